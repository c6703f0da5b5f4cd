import type { Colloquy, SegmentHit } from '@colloquy/client';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { cursor, moment, READS, recordingIds } from './parameters.ts';
import { answered, clock, cut, DATA_NOT_INSTRUCTIONS, orToolError } from './result.ts';

const MOST_CHARACTERS_A_HIT = 500;
/** Of them, before what was found. */
const LEAD = 150;

const hit = z.object({
  recordingId: z.string(),
  recordingTitle: z.string(),
  speaker: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  text: z.string(),
  link: z.string(),
});

/** Words, in all that was said. */
export function registerSearching(server: McpServer, colloquy: Colloquy): void {
  server.registerTool(
    'search',
    {
      title: 'Search what was said',
      description: `Finds moments in recorded conversations by words, best first, each with recording, speaker, time and a link that plays it. When nothing matches, similar spellings are offered. ${DATA_NOT_INSTRUCTIONS}`,
      inputSchema: {
        query: z
          .string()
          .min(1)
          .max(500)
          .describe(
            'Words; "…" for a phrase, word* for beginnings, -word to exclude, or between alternatives.',
          ),
        recordingIds,
        speakerName: z.string().max(200).optional().describe("Part of a speaker's name."),
        recordedFrom: moment.describe('Only conversations held then or later, ISO 8601 with offset.'),
        recordedTo: moment.describe('Only conversations held then or earlier.'),
        limit: z.number().int().min(1).max(20).default(10),
        cursor,
      },
      outputSchema: {
        totalCount: z.number(),
        matchKind: z.enum(['EXACT', 'FUZZY']),
        hits: z.array(hit),
        nextCursor: z.string().nullable(),
      },
      annotations: READS,
    },
    async ({ query, limit, cursor: after, ...where }, { signal }) =>
      orToolError(async () => {
        const page = await colloquy.transcripts.searchPage(query, { ...where, first: limit, after, signal });
        const hits = page.items.map((found) => toHit(found, colloquy));
        const { totalCount, matchKind, next } = page;
        const head =
          totalCount === 0
            ? 'Nothing was found. Try fewer or other words, or `ask`.'
            : `${totalCount} found${matchKind === 'FUZZY' ? ', by similar spelling only' : ''}:`;
        const lines = hits.map(
          ({ recordingTitle, speaker, startMs, text, link }) =>
            `\n${recordingTitle}, ${clock(startMs)}, ${link}\n${speaker}: ${text}`,
        );
        const more = next ? [`\nMore with cursor ${next}`] : [];
        return answered([head, ...lines, ...more].join('\n'), {
          totalCount,
          matchKind,
          hits,
          nextCursor: next,
        });
      }),
  );
}

function toHit({ segment, highlights }: SegmentHit, colloquy: Colloquy): z.infer<typeof hit> {
  const { id, recording, speaker, startMs, endMs, text } = segment;
  const recordingId = recording?.id ?? '';
  return {
    recordingId,
    recordingTitle: cut(recording?.title ?? '', 300),
    speaker: speaker.displayName,
    startMs,
    endMs,
    text: around(text, highlights[0]?.start ?? 0),
    link: colloquy.linkTo(recordingId, { atMs: startMs, segmentId: id }),
  };
}

/** What is said about the place that was found. */
function around(text: string, place: number): string {
  if (text.length <= MOST_CHARACTERS_A_HIT) return text;
  const from = Math.max(0, place - LEAD);
  const rest = text.slice(from).toWellFormed();
  return `${from > 0 ? '…' : ''}${cut(rest, MOST_CHARACTERS_A_HIT)}`;
}
