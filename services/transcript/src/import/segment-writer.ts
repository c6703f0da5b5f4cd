import { newId } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { foldText } from '../search/fold-text.ts';
import { cleanText } from '../segment/clean-text.ts';
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

/** One statement and one parameter for a whole batch. A segment that is there already stays as it is. */
const INSERT = `
  insert into transcript.segment (id, workspace_id, transcript_id, recording_id, speaker_id, place, start_ms, end_ms,
                                  text, words, version, search_config, search_text)
  select id, $1, $2, $3, "speakerId", place, "startMs", "endMs", text, words, 1, $4, "searchText"
  from jsonb_to_recordset($5::jsonb) as batch (id uuid, "speakerId" uuid, place numeric, "startMs" int, "endMs" int,
                                                text text, words jsonb, "searchText" text)
  on conflict (transcript_id, place) do nothing`;

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
  let batch: object[] = [];
  const flush = async (): Promise<void> => {
    signal.throwIfAborted();
    const { workspaceId, transcriptId, recordingId, searchConfig } = target;
    await dataSource.query(INSERT, [
      workspaceId,
      transcriptId,
      recordingId,
      searchConfig,
      JSON.stringify(batch),
    ]);
    batch = [];
  };
  for await (const segment of segments) {
    if (index >= skip) batch.push(toRow(segment, index, target));
    index += 1;
    if (batch.length === BATCH_SIZE) await flush();
  }
  if (batch.length > 0) await flush();
}

function toRow(segment: ResultSegment, index: number, target: SegmentTarget): object {
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
