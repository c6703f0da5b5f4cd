import { newId } from '@colloquy/subgraph';
import { cut, wordsOf, type Piece, type StoredPiece } from '../correction/cut-segments.ts';
import type { SegmentChange } from '../correction/change-set.ts';
import { stateOf } from '../correction/segment-state.ts';
import type { Segment } from '../segment/segment.entity.ts';
import { loadWords } from '../segment/word.ts';
import { placesBetween } from '../version/places-between.ts';

/** Some words of a segment, and who removed them. */
export interface RemovedPart {
  from: number;
  to: number;
  author: string;
}

/**
 * Splits a segment before and after some of its words, so that they can be removed.
 * @param parts in order, none over another @param behind the place of the segment that follows; null when none does
 * @returns what splitting changes, and which segments are to be removed by whom
 */
export function cutOut(
  segment: Segment,
  parts: readonly RemovedPart[],
  behind: string | null,
): { changes: SegmentChange[]; removed: { id: string; author: string }[] } {
  const count = wordsOf(segment).length;
  const bounds = new Set(parts.flatMap(({ from, to }) => [from, to]));
  const starts = [...bounds].filter((word) => word > 0 && word < count);
  const [first, ...others] = cutAt(segment, starts);
  const places = placesBetween(segment.place, behind, others.length);
  const edited = { editedAt: new Date().toISOString(), editedBy: parts[0]?.author ?? '' };
  const added = others.map((piece, at) => ({
    segmentId: newId(),
    before: null,
    after: { ...piece, ...edited, speakerId: segment.speakerId, place: places[at] ?? segment.place },
  }));
  const ids = new Map(
    [segment.id, ...added.map(({ segmentId }) => segmentId)].map((id, at) => [starts[at - 1] ?? 0, id]),
  );
  const { startMs, endMs, text, words, editedAt, editedBy } = stateOf(segment);
  const before = { startMs, endMs, text, words, editedAt, editedBy };
  return {
    changes: [{ segmentId: segment.id, before, after: { ...first, ...edited } }, ...added],
    removed: parts.map(({ from, author }) => ({ id: ids.get(from) ?? '', author })),
  };
}

/** @param before words, in order, that begin another piece; none of them the first */
export function cutAt(piece: Piece, before: readonly number[]): StoredPiece[] {
  const [last = 0, ...others] = before.toReversed();
  const [head, tail] = cut(piece, last);
  if (others.length === 0) return [head, tail];
  return [...cutAt({ ...head, words: loadWords(head.words) }, others.toReversed()), tail];
}
