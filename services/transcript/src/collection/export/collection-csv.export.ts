import { cell } from '../../export/csv.export.ts';
import { timestamp } from '../../export/timestamp.ts';
import type { SpeakingStatistics } from '../collection.types.ts';
import type { CollectionDocument } from './collection-document.ts';

const COLUMNS = ['recording', 'title', 'start', 'end', 'start_ms', 'end_ms', 'speaker', 'text'];
const STATISTICS = [
  'speaker',
  'recording',
  'title',
  'talk_time_ms',
  'share',
  'turns',
  'words',
  'words_per_minute',
  'longest_monologue_ms',
  'overlap_ms',
  'interruptions',
];
/** Without it Excel garbles every umlaut. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180, a row a segment. Recordings count from 1. */
export async function* writeCollectionCsv({ clips, segments }: CollectionDocument): AsyncIterable<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`;
  for await (const { clip, speaker, segment } of segments) {
    const { startMs, endMs, text } = segment;
    const title = clips[clip]?.title ?? '';
    yield `${clip + 1},${cell(title)},${timestamp(startMs)},${timestamp(endMs)},${startMs},${endMs},${cell(speaker)},${cell(text)}\r\n`;
  }
}

/** RFC 4180, a row for each speaker in all recordings, without the number of one, and in each they speak in. */
export async function* writeSpeakersCsv({ clips, speakers }: CollectionDocument): AsyncIterable<string> {
  yield `${BYTE_ORDER_MARK}${STATISTICS.join(',')}\r\n`;
  const places = new Map(clips.map(({ recordingId }, place) => [recordingId, place]));
  for (const { displayName, statistics, appearances } of speakers) {
    yield `${cell(displayName)},,,${numbers(statistics)}\r\n`;
    for (const { recording, statistics: there } of appearances) {
      const place = places.get(recording.id);
      if (place === undefined) continue;
      yield `${cell(displayName)},${place + 1},${cell(clips[place]?.title ?? '')},${numbers(there)}\r\n`;
    }
  }
}

const numbers = (one: SpeakingStatistics): string =>
  [
    one.talkTimeMs,
    one.share.toFixed(4),
    one.turns,
    one.words,
    one.wordsPerMinute?.toFixed(1) ?? '',
    one.longestMonologueMs,
    one.overlapMs,
    one.interruptions,
  ].join(',');
