import { cut, join, wordsOf, type Piece, type StoredPiece } from '../correction/cut-segments.ts';
import { commonWords, essences } from '../segment/common-words.ts';
import { loadWords, storeWords, type Word } from '../segment/word.ts';

/** No word is so short that another one has room beside it. */
export const SAME_WORD_MS = 100;

/**
 * What another engine heard of a stretch, cut as people had cut it:
 *
 *     earlier  |it is the shock| |boy he said|
 *     later    |it is the shop boy| |he said|      →   |it is the shop| |boy he said|
 *
 * Between words that both heard; where these do not tell, by their times.
 * @param earlier @param later at least one, in order
 * @returns as many as there are of the earlier, null for those of which nothing is heard any more; null where nothing is
 *   heard at all, or a word is heard between them, where people may have removed it
 */
export function cutAlike(earlier: readonly Piece[], later: readonly Piece[]): (StoredPiece | null)[] | null {
  const whole = join(later);
  const [then, now] = [earlier.flatMap((piece) => [...wordsOf(piece)]), wordsOf(whole)];
  const pairs = commonWords(essences(then), essences(now));
  const same = new Set(pairs.map(([, at]) => at));
  const isIn = (word: Word): boolean =>
    earlier.some(
      ({ startMs, endMs }) =>
        middleOf(word) >= startMs - SAME_WORD_MS && middleOf(word) <= endMs + SAME_WORD_MS,
    );
  if (!now.every((word, at) => same.has(at) || isIn(word))) return null;
  const cuts = earlier.slice(1).map((_, at) => {
    const before = earlier.slice(0, at + 1).reduce((sum, piece) => sum + wordsOf(piece).length, 0);
    return placeOf(before, then, now, pairs);
  });
  const edges = [0, ...cuts, now.length];
  if (now.length === 0 || edges.some((edge, at) => edge < (edges[at - 1] ?? 0))) return null;
  let rest: StoredPiece = { ...whole, words: storeWords(now) };
  return earlier.map((_, at) => {
    const [from = 0, to = 0] = edges.slice(at, at + 2);
    if (from === to) return null;
    if (to === now.length) return rest;
    const [head, tail] = cut({ ...rest, words: loadWords(rest.words) }, to - from);
    rest = tail;
    return head;
  });
}

/** Before which of the later words the cut comes that was before word number `before`. */
export function placeOf(
  before: number,
  then: readonly Word[],
  now: readonly Word[],
  pairs: readonly (readonly [number, number])[] = commonWords(essences(then), essences(now)),
): number {
  const left = pairs.findLast(([at]) => at < before);
  const right = pairs.find(([at]) => at >= before);
  const [own = 0, there = 0] = right ?? left ?? [];
  // Engines may time all of it so much later.
  const shiftMs = left || right ? (now[there]?.startMs ?? 0) - (then[own]?.startMs ?? 0) : 0;
  const ms = ((then[before - 1]?.endMs ?? 0) + (then[before]?.startMs ?? 0)) / 2 + shiftMs;
  const end = right?.[1] ?? now.length;
  let place = (left?.[1] ?? -1) + 1;
  while (place < end && middleOf(now[place]) < ms) place += 1;
  return place;
}

export const middleOf = (word: Word | undefined): number => ((word?.startMs ?? 0) + (word?.endMs ?? 0)) / 2;
