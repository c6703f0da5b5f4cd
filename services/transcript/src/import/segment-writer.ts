import { newId } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { foldText } from '../search/fold-text.ts';
import { cleanText } from '../segment/clean-text.ts';
import { insertSegments, type NewSegment } from '../segment/insert-segments.ts';
import { storeWords } from '../segment/word.ts';
import type { ResultSegment } from './result-document.ts';

/** A transaction of this size takes about a tenth of a second on the embedded database. */
const BATCH_SIZE = 250;

export interface SegmentTarget {
  transcriptId: string;
  workspaceId: string;
  recordingId: string;
  searchConfig: string;
  speakerIds: ReadonlyMap<string, string>;
}

/**
 * Writes segments in batches, each a transaction of its own, skipping what an interrupted run has written already.
 * @throws when `signal` aborts; what is written stays and is skipped next time.
 */
export async function writeSegments(
  dataSource: DataSource,
  target: SegmentTarget,
  segments: AsyncIterable<ResultSegment>,
  signal: AbortSignal,
): Promise<void> {
  const [row]: { next: number }[] = await dataSource.query(
    'select coalesce(max(place) + 1, 0)::int as next from transcript.segment where transcript_id = $1 and workspace_id = $2',
    [target.transcriptId, target.workspaceId],
  );
  const skip = row?.next ?? 0;
  let index = 0;
  let batch: NewSegment[] = [];
  const flush = async (): Promise<void> => {
    signal.throwIfAborted();
    // A segment that is there already stays as it is.
    await insertSegments(dataSource, { ...target, id: target.transcriptId }, batch, { skipsKnown: true });
    batch = [];
  };
  for await (const segment of segments) {
    if (index >= skip) batch.push(toRow(segment, index, target));
    index += 1;
    if (batch.length === BATCH_SIZE) await flush();
  }
  if (batch.length > 0) await flush();
}

function toRow(segment: ResultSegment, index: number, target: SegmentTarget): NewSegment {
  const text = cleanText(segment.text);
  const words = segment.words
    .map((word) => ({ ...word, text: cleanText(word.text) }))
    .filter((word) => word.text !== '');
  return {
    id: newId(),
    speakerId: target.speakerIds.get(segment.speaker),
    place: index,
    startMs: segment.startMs,
    endMs: segment.endMs,
    text,
    words: storeWords(words),
    searchText: foldText(text),
  };
}
