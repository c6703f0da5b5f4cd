import type { Client } from 'urql';
import { FindInTranscriptQuery } from './find.operations.ts';
import type { FoundSegment } from './literal-find.ts';

export interface FindResult {
  /** In order of time. */
  readonly found: readonly FoundSegment[];
  /** Matching segments in all, more than `found` when the search was cut off. */
  readonly total: number;
  /** Nothing matched as written, so similar spellings are shown. */
  readonly fuzzy: boolean;
}

const PAGE = 100;
/** Nobody steps through more than this; the total still says how many there are. */
const MAX_FOUND = 500;

/**
 * Searches one recording with the language's stemming.
 * @throws when the search cannot be reached
 */
export async function findSegments(
  client: Client,
  recordingId: string,
  query: string,
  signal: AbortSignal,
): Promise<FindResult> {
  const found: FoundSegment[] = [];
  let total = 0;
  let fuzzy = false;
  let after: string | null = null;
  do {
    const result: Awaited<ReturnType<typeof readPage>> = await readPage(client, recordingId, query, after);
    const hits = result.data?.searchSegments;
    if (!hits) throw result.error ?? new Error('The search gave no answer.');
    for (const { node } of hits.edges)
      found.push({ segmentId: node.segment.id, startMs: node.segment.startMs, spans: node.highlights });
    total = hits.totalCount;
    fuzzy = hits.matchKind === 'FUZZY';
    after = hits.pageInfo.hasNextPage ? (hits.pageInfo.endCursor ?? null) : null;
  } while (after !== null && found.length < MAX_FOUND && !signal.aborted);
  found.sort((a, b) => a.startMs - b.startMs);
  return { found, total, fuzzy };
}

function readPage(client: Client, recordingId: string, query: string, after: string | null) {
  return client
    .query(
      FindInTranscriptQuery,
      { query, recordingIds: [recordingId], first: PAGE, after },
      { requestPolicy: 'network-only' },
    )
    .toPromise();
}
