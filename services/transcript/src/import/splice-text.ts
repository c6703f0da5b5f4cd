import { cut, join, wordsOf, type Piece } from '../correction/cut-segments.ts';
import { alignWords } from '../segment/align-words.ts';
import { commonWords, essence } from '../segment/common-words.ts';
import { NEAR_MS } from '../segment/same-place.ts';
import type { Word } from '../segment/word.ts';
import { isSaidBeside, type Sides } from './said-beside.ts';

/** A text that people corrected, with the words that an engine had heard there. */
export interface CorrectedPiece extends Piece {
  heard: readonly Word[];
}

export interface SplicedPiece {
  piece: Piece;
  /** Those of its words that are of the corrected text; none of the others when it is all of it. */
  own: readonly Word[];
  whole: boolean;
}

/** Of the words that were heard, and of those they are found among, so many are the same. */
const MIN_SHARE = 0.6;
/** Few words are not further apart, because others say them, too. */
const NEAR_FEW_MS = 500;
const FEW = 3;

/**
 * Puts a corrected text in place of the same words wherever another engine cut them:
 *
 *     earlier    |it is forty-two|        heard as "it is forty"
 *     later    |well it| |is forty or so|   →   |well it| |is forty-two or so|
 *
 * @param later pieces that follow each other, around the time of the corrected one
 * @param taken words that are of another corrected text
 * @param then what was beside it where it comes from
 * @returns what the pieces become, by their position; null when the words are not found together, or would stand twice
 */
export function spliceText(
  corrected: CorrectedPiece,
  later: readonly Piece[],
  taken: ReadonlySet<Word>,
  then: Sides,
): Map<number, SplicedPiece> | null {
  const places = later.flatMap((piece, at) => wordsOf(piece).map((word, index) => ({ at, index, word })));
  const chosen = wordsOf(corrected);
  const range =
    findRange(
      corrected.heard,
      places.map(({ word }) => word),
      taken,
    ) ??
    findRange(
      chosen,
      places.map(({ word }) => word),
      taken,
    );
  if (!range) return null;
  const found = places.slice(range.first, range.last + 1);
  const [own, before, after] = [found, places.slice(0, range.first), places.slice(range.last + 1)].map(
    (some) => some.map(({ word }) => word),
  );
  if (isSaidBeside(chosen, own ?? [], { before: before ?? [], after: after ?? [] }, then)) return null;
  const spliced = new Map<number, SplicedPiece>();
  const parts = shareOut(chosen, found);
  for (const [at, own] of Map.groupBy(found, (place) => place.at)) {
    const piece = later[at];
    const [first, last] = [own[0]?.index ?? 0, (own.at(-1)?.index ?? 0) + 1];
    if (!piece) continue;
    const count = wordsOf(piece).length;
    const whole = first === 0 && last === count;
    const part = parts.get(at);
    if (!part && whole) return null;
    const text = part ? textOf(corrected, chosen.length, part) : null;
    const replaced = between(piece, first, last);
    const words = text === null ? [] : alignWords(wordsOf(replaced), text, replaced);
    const pieces = [
      ...(first > 0 ? [between(piece, 0, first)] : []),
      ...(text === null ? [] : [{ ...replaced, text, words }]),
      ...(last < count ? [between(piece, last, count)] : []),
    ];
    const { startMs, endMs } = piece;
    spliced.set(at, { whole, own: words, piece: { ...join(pieces), startMs, endMs } });
  }
  return spliced;
}

/** Where words are found among others, nearly together and nearly at the same time. */
function findRange(
  heard: readonly Word[],
  among: readonly Word[],
  taken: ReadonlySet<Word>,
): { first: number; last: number } | null {
  const nearMs = heard.length < FEW ? NEAR_FEW_MS : NEAR_MS;
  const [from, to] = [(heard[0]?.startMs ?? 0) - nearMs, (heard.at(-1)?.startMs ?? 0) + nearMs];
  const isOut = (word: Word): boolean => taken.has(word) || word.startMs < from || word.startMs > to;
  const pairs = commonWords(
    heard.map(({ text }) => essence(text)),
    among.map((word) => (isOut(word) ? '' : essence(word.text))),
  ).filter(([at, found]) => Math.abs((heard[at]?.startMs ?? 0) - (among[found]?.startMs ?? 0)) <= nearMs);
  const [begin, end] = [pairs[0], pairs.at(-1)];
  if (!begin || !end) return null;
  // What was heard otherwise at both ends is of the text, too.
  const isOtherwise = (at: number, instead: readonly Word[], [own, there]: [number, number]): boolean => {
    const word = among[at];
    const shiftMs = (among[there]?.startMs ?? 0) - (heard[own]?.startMs ?? 0);
    return (
      word !== undefined && !taken.has(word) && instead.some((other) => isAtTimeOf(word, other, shiftMs))
    );
  };
  let [first, last] = [begin[1], end[1]];
  while (isOtherwise(first - 1, heard.slice(0, begin[0]), begin)) first -= 1;
  while (isOtherwise(last + 1, heard.slice(end[0] + 1), end)) last += 1;
  const share = pairs.length / Math.max(heard.length, last - first + 1);
  const isFree = among.slice(first, last + 1).every((word) => !taken.has(word));
  return share >= MIN_SHARE && isFree ? { first, last } : null;
}

/** Whether one of two words is at least half within the other, which an engine may have heard so much later. */
const isAtTimeOf = (word: Word, other: Word, shiftMs: number): boolean => {
  const commonMs =
    Math.min(word.endMs, other.endMs + shiftMs) - Math.max(word.startMs, other.startMs + shiftMs);
  return commonMs > 0 && commonMs * 2 >= Math.min(word.endMs - word.startMs, other.endMs - other.startMs);
};

type Part = readonly [from: number, to: number];

/** Which of the chosen words go to which piece: the same words to where they are, others after the one before them. */
function shareOut(chosen: readonly Word[], found: readonly { at: number; word: Word }[]): Map<number, Part> {
  const pairs = new Map(
    commonWords(
      chosen.map(({ text }) => essence(text)),
      found.map(({ word }) => essence(word.text)),
    ),
  );
  const parts = new Map<number, Part>();
  let at = found[0]?.at ?? 0;
  for (const word of chosen.keys()) {
    at = found[pairs.get(word) ?? -1]?.at ?? at;
    parts.set(at, [parts.get(at)?.[0] ?? word, word + 1]);
  }
  return parts;
}

const textOf = (piece: Piece, count: number, [from, to]: Part): string => {
  const ended = to < count ? cut(piece, to)[0].text : piece.text;
  return from === 0 ? ended : between(piece, from, to).text;
};

/** Words of a piece as a piece. */
export function between(piece: Piece, from: number, to: number): Piece {
  const words = wordsOf(piece);
  const [ended] = to < words.length ? cut(piece, to) : [null];
  const head: Piece = ended ? { ...ended, words: words.slice(0, to) } : piece;
  if (from === 0) return head;
  const [, tail] = cut(head, from);
  return { ...tail, words: words.slice(from, to) };
}
