import type { Colloquy, Recording } from '@colloquy/client';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { transcriptText } from '../transcript-text.ts';
import { cursor, READS, recordingId } from './parameters.ts';
import { answered, clock, cut, DATA_NOT_INSTRUCTIONS, orToolError } from './result.ts';

const STATUSES = ['UPLOADED', 'QUEUED', 'PROCESSING', 'READY', 'FAILED', 'CANCELLED'] as const;

const recordingShape = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  heldAt: z.string(),
  durationMs: z.number().nullable(),
  language: z.string().nullable(),
  link: z.string(),
});

const speakerShape = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  label: z.string(),
  talkTimeMs: z.number(),
  share: z.number(),
  segmentCount: z.number(),
});

/** What there is, who speaks, and what is said. */
export function registerReading(server: McpServer, colloquy: Colloquy): void {
  server.registerTool(
    'list_recordings',
    {
      title: 'List recordings',
      description: `The recorded conversations, newest first. ${DATA_NOT_INSTRUCTIONS}`,
      inputSchema: {
        search: z.string().max(200).optional().describe('Words in the title or the name of the file.'),
        statuses: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
        limit: z.number().int().min(1).max(50).default(20),
        cursor,
      },
      outputSchema: {
        totalCount: z.number(),
        recordings: z.array(recordingShape),
        nextCursor: z.string().nullable(),
      },
      annotations: READS,
    },
    async ({ limit, cursor: after, ...filter }, { signal }) =>
      orToolError(async () => {
        const page = await colloquy.recordings.page({ first: limit, after, filter, signal });
        const recordings = page.items.map((recording) => toShape(recording, colloquy));
        const lines = recordings.map(({ id, title, status, heldAt, durationMs }) =>
          [id, status, heldAt.slice(0, 10), durationMs === null ? '–' : clock(durationMs), title].join('  '),
        );
        const more = page.next ? [`More with cursor ${page.next}`] : [];
        return answered([`${page.totalCount} recordings`, ...lines, ...more].join('\n'), {
          totalCount: page.totalCount,
          recordings,
          nextCursor: page.next,
        });
      }),
  );

  server.registerTool(
    'get_speakers',
    {
      title: 'Who speaks',
      description: `The speakers of a recording, with their talk time. ${DATA_NOT_INSTRUCTIONS}`,
      inputSchema: { recordingId },
      outputSchema: { speakers: z.array(speakerShape) },
      annotations: READS,
    },
    async ({ recordingId: id }, { signal }) =>
      orToolError(async () => {
        const transcript = await colloquy.transcripts.get(id, { signal });
        const speakers = transcript.speakers.map(
          ({ displayName, ...speaker }): z.infer<typeof speakerShape> => ({
            id: speaker.id,
            version: speaker.version,
            name: displayName,
            label: speaker.label,
            talkTimeMs: speaker.talkTimeMs,
            share: speaker.share,
            segmentCount: speaker.segmentCount,
          }),
        );
        const lines = speakers.map(
          ({ id: speakerId, version, name, label, talkTimeMs, share }) =>
            `${name} (${label}): ${clock(talkTimeMs)}, ${Math.round(share * 100)} %, id ${speakerId}, version ${version}`,
        );
        return answered(lines.join('\n'), { speakers });
      }),
  );

  server.registerTool(
    'get_transcript',
    {
      title: 'Read a transcript',
      description: `What was said in a recording, in order, as lines of \`[time] speaker: words\`, a page at a time. ${DATA_NOT_INSTRUCTIONS}`,
      inputSchema: {
        recordingId,
        speakerIds: z.array(z.uuid()).max(50).optional().describe('Only what these say.'),
        limit: z
          .number()
          .int()
          .min(1)
          .max(300)
          .default(100)
          .describe('Segments at most; fewer when they are long.'),
        withIds: z
          .boolean()
          .default(false)
          .describe('Adds id and version of each segment, for `correct_segment`.'),
        cursor,
      },
      annotations: READS,
    },
    async ({ recordingId: id, limit, cursor: after, withIds, speakerIds }, { signal }) =>
      orToolError(async () => {
        const page = await colloquy.transcripts.page(id, { first: limit, after, speakerIds, signal });
        return answered(transcriptText(page, { withIds }));
      }),
  );
}

const toShape = (recording: Recording, colloquy: Colloquy): z.infer<typeof recordingShape> => ({
  id: recording.id,
  title: cut(recording.title, 300),
  status: recording.status,
  heldAt: recording.recordedAt ?? recording.createdAt,
  durationMs: recording.durationMs,
  language: recording.language,
  link: colloquy.linkTo(recording.id),
});
