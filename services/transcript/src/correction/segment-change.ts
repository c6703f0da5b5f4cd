import type { Context } from '@colloquy/subgraph';
import { alignWords } from '../segment/align-words.ts';
import type { Segment } from '../segment/segment.entity.ts';
import { storeWords, type Word } from '../segment/word.ts';
import { NOTHING, type ChangeSet, type SegmentChange } from './change-set.ts';
import type { StoredPiece } from './cut-segments.ts';
import { stateOf } from './segment-state.ts';

export const segmentsOnly = (segments: readonly SegmentChange[]): ChangeSet => ({ ...NOTHING, segments });

export const removalOf = (segment: Segment): SegmentChange => ({
  segmentId: segment.id,
  before: stateOf(segment),
  after: null,
});

/** Who changes a segment, and when. */
export const edit = ({ viewer }: Context) => ({ editedAt: new Date().toISOString(), editedBy: viewer.name });

/**
 * The segment with other text, its words aligned to it.
 * @param words from which the times come: those of the segment, or those it had before
 */
export const retold = (
  segment: Segment,
  text: string,
  context: Context,
  words: readonly Word[] = segment.words,
): SegmentChange => changeOf(segment, { text, words: storeWords(alignWords(words, text, segment)) }, context);

/** The segment said by somebody else; nobody has edited it by that. */
export function givenTo(
  segment: Pick<Segment, 'id' | 'speakerId' | 'editedAt' | 'editedBy'>,
  speakerId: string,
): SegmentChange {
  const edited = { editedAt: segment.editedAt?.toISOString() ?? null, editedBy: segment.editedBy };
  return {
    segmentId: segment.id,
    before: { speakerId: segment.speakerId, ...edited },
    after: { speakerId, ...edited },
  };
}

/** Only the fields that differ, beside who edited it and when; whoever says only who speaks has not edited it. */
export function changeOf(
  segment: Segment,
  to: Partial<StoredPiece & { speakerId: string }>,
  context: Context,
): SegmentChange {
  const from: Partial<Record<string, unknown>> = {
    speakerId: segment.speakerId,
    startMs: segment.startMs,
    endMs: segment.endMs,
    text: segment.text,
    words: to.words && storeWords(segment.words),
  };
  const differing = Object.entries(to).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(from[field]),
  );
  const edited = { editedAt: segment.editedAt?.toISOString() ?? null, editedBy: segment.editedBy };
  const isEdit = differing.some(([field]) => field !== 'speakerId');
  return {
    segmentId: segment.id,
    before: { ...Object.fromEntries(differing.map(([field]) => [field, from[field]])), ...edited },
    after: { ...Object.fromEntries(differing), ...(isEdit ? edit(context) : edited) },
  };
}
