import { z } from 'zod';
import type { SpokenSegment } from '../passage/split-passages.ts';

export interface TranscriptSnapshot {
  transcriptId: string;
  version: number;
  /** BCP 47. */
  language: string;
  segments: SpokenSegment[];
}

const PAGE = 500;
const REQUEST_TIMEOUT_MS = 30_000;

const QUERY = `query ChatReadsTranscript($recordingId: ID!, $after: String) {
  recording(id: $recordingId) {
    transcript {
      id version language
      segments(first: ${PAGE}, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { id startMs endMs text speaker { id displayName formerIds } words { text startMs endMs } } }
      }
    }
  }
}`;

const ms = z.int().nonnegative();
const answer = z.object({
  data: z
    .object({
      recording: z
        .object({
          transcript: z
            .object({
              id: z.uuid(),
              version: z.int(),
              language: z.string(),
              segments: z.object({
                pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
                edges: z.array(
                  z.object({
                    node: z.object({
                      id: z.uuid(),
                      startMs: ms,
                      endMs: ms,
                      text: z.string(),
                      speaker: z.object({
                        id: z.uuid(),
                        displayName: z.string(),
                        formerIds: z.array(z.uuid()),
                      }),
                      words: z.array(z.object({ text: z.string(), startMs: ms, endMs: ms })),
                    }),
                  }),
                ),
              }),
            })
            .nullable(),
        })
        .nullable(),
    })
    .nullable(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** Reads transcripts through the federated graph, a page at a time. */
export class TranscriptReader {
  /** @param graphUrl of the gateway's `/graphql`. */
  constructor(private readonly graphUrl: string) {}

  /**
   * The whole transcript, under the version in which its reading began; null when there is none (any more). Pages may
   * hold corrections made while it was read: it is as new as that version, and whoever is told of the corrections
   * reads again. To begin anew at each would never end while somebody is typing.
   * @throws when the graph cannot be reached or answers with errors.
   */
  async read(recordingId: string, signal: AbortSignal): Promise<TranscriptSnapshot | null> {
    let snapshot: TranscriptSnapshot | undefined;
    let after: string | null = null;
    do {
      const transcript = await this.page(recordingId, after, signal);
      if (!transcript) return null;
      const { id, version, language, segments } = transcript;
      snapshot ??= { transcriptId: id, version, language, segments: [] };
      // Processed again: the pages of two transcripts do not fit together.
      if (snapshot.transcriptId !== id) return this.read(recordingId, signal);
      for (const { node } of segments.edges) {
        const { speaker, ...segment } = node;
        snapshot.segments.push({
          ...segment,
          speakerId: speaker.id,
          speakerName: speaker.displayName,
          formerSpeakerIds: speaker.formerIds,
        });
      }
      after = segments.pageInfo.hasNextPage ? segments.pageInfo.endCursor : null;
    } while (after !== null);
    return snapshot;
  }

  private async page(recordingId: string, after: string | null, signal: AbortSignal) {
    const response = await fetch(this.graphUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { recordingId, after } }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
    });
    if (!response.ok && !response.headers.get('content-type')?.includes('json')) {
      throw new Error(`the graph answers ${response.status}`);
    }
    const { data, errors } = answer.parse(await response.json());
    if (errors?.length)
      throw new Error(`the graph answers: ${errors.map(({ message }) => message).join('; ')}`);
    return data?.recording?.transcript ?? null;
  }
}
