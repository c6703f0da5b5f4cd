import type { Piece } from '../correction/cut-segments.ts';
import { commonMs } from '../segment/common-ms.ts';
import { commonWords, essence, essences } from '../segment/common-words.ts';
import { NEAR_MS } from '../segment/same-place.ts';
import type { Word } from '../segment/word.ts';
import type { Stretch } from '../version/align-segments.ts';
import type { CutStretch, Run } from './match-runs.ts';

/** Words of the segments right before and after one; none of one that is far away. */
export interface Sides {
  before: readonly Word[];
  after: readonly Word[];
}

/**
 * Whether a text says words that are not of the segment it is for, but of those next to it: it would say them twice.
 * They begin or end it; or stand at the time of one there, which an engine may hear otherwise.
 *
 *     later  |we do it at forty| |today or tomorrow|      "we do it at forty today" is beside "today"
 *
 * @param now what is beside it there @param then what was beside it where it comes from: what was said twice there is
 *   said twice
 */
export const isSaidBeside = (
  text: readonly Word[],
  heard: readonly Word[],
  now: Sides,
  then: Sides,
): boolean => edgesBeside(text, heard, now, then) || timesBeside(text, heard, now, then);

function edgesBeside(text: readonly Word[], heard: readonly Word[], now: Sides, then: Sides): boolean {
  const words = essences(text);
  const pairs = commonWords(words, essences(heard));
  const head = words.slice(0, pairs[0]?.[0] ?? words.length);
  const tail = words.slice((pairs.at(-1)?.[0] ?? -1) + 1);
  const isIn = (own: readonly string[], others: readonly Word[]): boolean =>
    essences(others).some((word) => own.includes(word));
  const [first, last] = [-head.length, tail.length];
  return (
    (head.length > 0 && isIn(head, now.before.slice(first)) && !isIn(head, then.before.slice(first))) ||
    (tail.length > 0 && isIn(tail, now.after.slice(0, last)) && !isIn(tail, then.after.slice(0, last)))
  );
}

function timesBeside(text: readonly Word[], heard: readonly Word[], now: Sides, then: Sides): boolean {
  const [beside, before] = [now, then].map((sides) => [...sides.before, ...sides.after]);
  const isHeard = (word: Word): boolean =>
    heard.some((other) => shareOf(word, other) >= 0.25 || isNearby(word, other));
  const isAt = (word: Word, others: readonly Word[] = []): boolean =>
    others.some((other) => shareOf(word, other) >= 0.5);
  return text.some((word) => isAt(word, beside) && !isHeard(word) && !isAt(word, before));
}

const isNearby = (word: Word, other: Word): boolean =>
  essence(word.text) === essence(other.text) && Math.abs(word.startMs - other.startMs) <= NEAR_MS;

/** How much of the shorter of two is in the other, 0 to 1; 0 of what has no time. */
const shareOf = (a: Stretch, b: Stretch): number => {
  const shortestMs = Math.min(a.endMs - a.startMs, b.endMs - b.startMs);
  return shortestMs > 0 ? Math.max(0, commonMs(a, b)) / shortestMs : 0;
};

/**
 * Whether a text would say again what is said beside it there, or the words that it replaces were said beside it where it
 * comes from, and would be said nowhere any more.
 * @param was what an engine had heard in place of the text: these words, people took away
 */
export const isDividedOtherwise = (
  text: readonly Word[],
  heard: readonly Word[],
  now: Sides,
  then: Sides,
  was: readonly Word[] = [],
): boolean =>
  isSaidBeside(text, heard, now, then) ||
  edgesBeside(heard, text, then, now) ||
  timesBeside(heard, [...text, ...was], then, now);

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
  before: wordsIn(pieces, beside?.before),
  after: wordsIn(pieces, beside?.after),
});

export const wordsIn = (pieces: ReadonlyMap<string, Piece>, id: string | null | undefined): readonly Word[] =>
  pieces.get(id ?? '')?.words ?? [];
