import type { Segment } from '../segment/segment.entity.ts';
import { storeWords } from '../segment/word.ts';
import type { SegmentState } from './change-set.ts';

/** All of a segment that a correction can change, as it is now. */
export const stateOf = (segment: Segment): SegmentState => ({
  speakerId: segment.speakerId,
  place: segment.place,
  startMs: segment.startMs,
  endMs: segment.endMs,
  text: segment.text,
  words: storeWords(segment.words),
  editedAt: segment.editedAt?.toISOString() ?? null,
  editedBy: segment.editedBy,
});
