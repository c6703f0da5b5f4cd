import type { Client } from 'urql';
import { readFragment } from '../gql/index.ts';
import {
  OneSegmentQuery,
  SegmentPageQuery,
  SegmentRowFragment,
  SegmentWordsQuery,
} from './segment.operations.ts';
import type { SegmentRow, SegmentStore } from './segment.store.ts';
import type { ReadWords } from './word-loader.ts';

/** The first page is small, so that the text stands at once; the rest follows in large ones. */
const FIRST_PAGE = 100;
const PAGE = 500;

/** More changed segments than this are cheaper to read as pages. */
const SINGLE_READS = 12;

type SegmentFields = Omit<SegmentRow, 'speakerId' | 'cursor'> & { readonly speaker: { readonly id: string } };

function toRow({ speaker, ...segment }: SegmentFields, cursor: string): SegmentRow {
  const { id, startMs, endMs, text, edited, version } = segment;
  return { id, startMs, endMs, text, edited, version, speakerId: speaker.id, cursor };
}

/**
 * Reads a whole transcript, page by page.
 * @param onPage called with each page; `complete` with the last one
 * @throws when a page cannot be read; what came before has been handed over
 */
async function readPages(
  client: Client,
  recordingId: string,
  signal: AbortSignal,
  onPage: (rows: SegmentRow[], complete: boolean) => void,
): Promise<void> {
  let after: string | null = null;
  for (let first = FIRST_PAGE; ; first = PAGE) {
    // network-only keeps megabytes of segments out of the client's cache: the store is their home.
    const result: Awaited<ReturnType<typeof readPage>> = await readPage(client, recordingId, first, after);
    if (signal.aborted) return;
    if (result.error) throw result.error;
    const segments = result.data?.recording?.transcript?.segments;
    if (!segments) return;
    const { edges, pageInfo } = segments;
    const complete = !pageInfo.hasNextPage || edges.length === 0;
    onPage(
      edges.map(({ cursor, node }) => toRow(readFragment(SegmentRowFragment, node), cursor)),
      complete,
    );
    if (complete) return;
    after = pageInfo.endCursor ?? edges.at(-1)?.cursor ?? null;
  }
}

function readPage(client: Client, recordingId: string, first: number, after: string | null) {
  return client
    .query(SegmentPageQuery, { recordingId, first, after }, { requestPolicy: 'network-only' })
    .toPromise();
}

/** Fills the store from where it stands empty; rows appear page by page. */
export function loadSegments(
  client: Client,
  recordingId: string,
  store: SegmentStore,
  signal: AbortSignal,
): Promise<void> {
  return readPages(client, recordingId, signal, (rows, complete) => store.append(rows, complete));
}

/**
 * Takes in what changed elsewhere: single segments by their ids, or everything when there are many or none are named
 * (a speaker was merged, the recording was processed again).
 * @throws CombinedError when they cannot be read
 */
export async function refreshSegments(
  client: Client,
  recordingId: string,
  store: SegmentStore,
  ids: readonly string[] | null,
  signal: AbortSignal,
): Promise<void> {
  if (ids && ids.length <= SINGLE_READS) {
    await Promise.all(ids.map((id) => readSegment(client, store, id)));
    return;
  }
  const all: SegmentRow[] = [];
  await readPages(client, recordingId, signal, (rows, complete) => {
    all.push(...rows);
    if (complete) store.replaceAll(all);
  });
}

/** Reads one segment again with its words; null when it is gone or cannot be read. */
export function refreshSegment(client: Client, store: SegmentStore, id: string): Promise<SegmentRow | null> {
  return readSegment(client, store, id).catch(() => null);
}

async function readSegment(client: Client, store: SegmentStore, id: string): Promise<SegmentRow | null> {
  const { data, error } = await client
    .query(OneSegmentQuery, { id }, { requestPolicy: 'network-only' })
    .toPromise();
  if (error) throw error;
  const known = store.find(id);
  if (!data?.segment || !known) return null;
  const row = toRow(readFragment(SegmentRowFragment, data.segment), known.cursor);
  // Asked before the last save and answered after it.
  if (row.version < known.version) return known;
  store.patch(id, row);
  store.setWords(id, row.version, data.segment.words);
  return row;
}

/** The reader of words for a `WordLoader`. */
export function wordReader(client: Client, recordingId: string): ReadWords {
  return async (after, first) => {
    const { data, error } = await client
      .query(SegmentWordsQuery, { recordingId, first, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (error) throw error;
    return data?.recording?.transcript?.segments.edges.map(({ node }) => node) ?? [];
  };
}
