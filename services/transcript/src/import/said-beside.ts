import type { Piece } from '../correction/cut-segments.ts';
import { commonWords, essence } from '../segment/common-words.ts';
import { NEAR_MS } from '../segment/same-place.ts';
import type { CutStretch, Run } from './match-runs.ts';

/** Words of the segments right before and after one; none of one that is far away. */
export interface Sides {
  before: readonly string[];
  after: readonly string[];
}

/**
 * Whether a text begins or ends with words that are not of the segment it is for, but of those next to it: it would say
 * them twice.
 *
 *     later  |we do it at forty| |today or tomorrow|      "we do it at forty today" is beside "today"
 *
 * @param now what is beside it there @param then what was beside it where it comes from: what was said twice there is
 *   said twice
 */
export function isSaidBeside(
  text: readonly string[],
  heard: readonly string[],
  now: Sides,
  then: Sides,
): boolean {
  const words = text.map(essence);
  const pairs = commonWords(words, heard.map(essence));
  const head = words.slice(0, pairs[0]?.[0] ?? words.length);
  const tail = words.slice((pairs.at(-1)?.[0] ?? -1) + 1);
  const isIn = (own: readonly string[], others: readonly string[]): boolean =>
    others.map(essence).some((word) => own.includes(word));
  const [first, last] = [-head.length, tail.length];
  return (
    (head.length > 0 && isIn(head, now.before.slice(first)) && !isIn(head, then.before.slice(first))) ||
    (tail.length > 0 && isIn(tail, now.after.slice(0, last)) && !isIn(tail, then.after.slice(0, last)))
  );
}

/**
 * Whether a text would say again what is said beside it there, or the words that it replaces were said beside it where it
 * comes from, and would be said nowhere any more.
 */
export const isDividedOtherwise = (
  text: readonly string[],
  heard: readonly string[],
  now: Sides,
  then: Sides,
): boolean => isSaidBeside(text, heard, now, then) || isSaidBeside(heard, text, then, now);

/** Ids of the segments right before and after some that follow each other; null where that is far away. */
export interface Beside {
  before: string | null;
  after: string | null;
}

export function besideOf(segments: readonly (CutStretch & { id: string })[], [first, last]: Run): Beside {
  const near = (at: number): boolean =>
    (segments[at + 1]?.startMs ?? Number.POSITIVE_INFINITY) - (segments[at]?.endMs ?? 0) <= NEAR_MS;
  return {
    before: near(first - 1) ? (segments[first - 1]?.id ?? null) : null,
    after: near(last) ? (segments[last + 1]?.id ?? null) : null,
  };
}

export const wordsBeside = (pieces: ReadonlyMap<string, Piece>, beside: Beside | undefined): Sides => ({
  before: textsOf(pieces, beside?.before),
  after: textsOf(pieces, beside?.after),
});

export const textsOf = (pieces: ReadonlyMap<string, Piece>, id: string | null | undefined): string[] =>
  pieces.get(id ?? '')?.words.map(({ text }) => text) ?? [];
