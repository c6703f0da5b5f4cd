import { z } from 'zod';

const REQUEST_TIMEOUT_MS = 30_000;

const OVERVIEW = `query SharedTranscript($recordingId: ID!) {
  recording(id: $recordingId) {
    transcript { version durationMs language wordCount speakers { id color displayName talkTimeMs share } }
  }
}`;

const PAGE = `query SharedSegments($recordingId: ID!, $first: Int!, $after: String) {
  recording(id: $recordingId) {
    transcript {
      segments(first: $first, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { id startMs endMs text speaker { id } words { text startMs endMs } } }
      }
    }
  }
}`;

const ms = z.int().nonnegative();
const speaker = z.object({
  id: z.string(),
  color: z.string(),
  displayName: z.string(),
  talkTimeMs: ms,
  share: z.number(),
});
const overview = z.object({
  version: z.int(),
  durationMs: ms,
  language: z.string(),
  wordCount: z.int(),
  speakers: z.array(speaker),
});
const page = z.object({
  segments: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    edges: z.array(
      z.object({
        node: z.object({
          id: z.string(),
          startMs: ms,
          endMs: ms,
          text: z.string(),
          speaker: z.object({ id: z.string() }),
          words: z.array(z.object({ text: z.string(), startMs: ms, endMs: ms })),
        }),
      }),
    ),
  }),
});
const answer = z.object({
  data: z.object({ recording: z.object({ transcript: z.unknown() }).nullable() }).nullable(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
});

/** A page was asked for by a cursor that the list did not give. */
export class CursorUnknown extends Error {}

/** Reads the one transcript that a link shows through the federated graph. */
export class SharedTranscriptReader {
  /** @param graphUrl of the gateway's `/graphql`. */
  constructor(private readonly graphUrl: string) {}

  /** Null while there is no transcript. @param names whether speakers are named */
  async overview(recordingId: string, names: boolean) {
    const found = await this.ask(overview, OVERVIEW, { recordingId });
    if (!found) return null;
    const speakers = found.speakers.map((one, at) => ({
      ...one,
      displayName: names ? one.displayName : `Speaker ${at + 1}`,
    }));
    return { ...found, speakers };
  }

  /** A page of what was said, with its words. Null while there is no transcript. @throws CursorUnknown */
  async segments(recordingId: string, { first, after }: { first: number; after: string | null }) {
    const found = await this.ask(page, PAGE, { recordingId, first, after });
    if (!found) return null;
    const { edges, pageInfo } = found.segments;
    return {
      segments: edges.map(({ node: { speaker: who, ...segment } }) => ({ ...segment, speakerId: who.id })),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    };
  }

  /** @throws when the graph cannot be reached or answers with errors */
  private async ask<T extends z.ZodType>(
    shape: T,
    query: string,
    variables: object,
  ): Promise<z.infer<T> | null> {
    const response = await fetch(this.graphUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const { data, errors } = answer.parse(await response.json());
    if (errors?.some(({ extensions }) => extensions?.code === 'CURSOR_INVALID')) throw new CursorUnknown();
    if (errors?.length)
      throw new Error(`the graph answers: ${errors.map(({ message }) => message).join('; ')}`);
    const transcript = data?.recording?.transcript;
    return transcript ? shape.parse(transcript) : null;
  }
}
