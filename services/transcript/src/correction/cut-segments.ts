import { alignWords } from '../segment/align-words.ts';
import { storeWords, type StoredWord, type Word } from '../segment/word.ts';

/** What is cut and joined: a segment's interval, text and words. */
export interface Piece {
  startMs: number;
  endMs: number;
  text: string;
  words: readonly Word[];
}

export interface StoredPiece {
  startMs: number;
  endMs: number;
  text: string;
  words: StoredWord[];
}

/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The words of a piece; those of one that came without them share its time by length. */
export const wordsOf = (piece: Piece): readonly Word[] =>
  piece.words.length > 0 ? piece.words : alignWords([], piece.text, piece);

/**
 * Two pieces of one, the second beginning with word number `beforeWord`:
 *
 *     |we have to|price it|   →   |we have to|   |price it|      beforeWord = 3
 *
 * Between them the first ends with its last word and the second starts with its first.
 * @param beforeWord at least 1 and less than there are words
 */
export function cut(piece: Piece, beforeWord: number): [StoredPiece, StoredPiece] {
  const words = wordsOf(piece);
  const [head, tail] = [words.slice(0, beforeWord), words.slice(beforeWord)];
  const offset = offsetOf(piece.text, words, beforeWord);
  const within = (ms: number) => Math.min(Math.max(ms, piece.startMs), piece.endMs);
  const startMs = within(tail[0]?.startMs ?? piece.endMs);
  return [
    {
      startMs: piece.startMs,
      endMs: Math.min(within(head.at(-1)?.endMs ?? piece.startMs), startMs),
      text: offset === null ? textOf(head) : piece.text.slice(0, offset).trim(),
      words: storeWords(head),
    },
    {
      startMs,
      endMs: piece.endMs,
      text: offset === null ? textOf(tail) : piece.text.slice(offset).trim(),
      words: storeWords(tail),
    },
  ];
}

/** One piece of several that follow each other. @param pieces at least one, in order */
export function join(pieces: readonly Piece[]): Piece {
  return {
    startMs: Math.min(...pieces.map(({ startMs }) => startMs)),
    endMs: Math.max(...pieces.map(({ endMs }) => endMs)),
    text: pieces.map(({ text }) => text).reduce(joinTexts),
    words: pieces.flatMap((piece) => [...wordsOf(piece)]),
  };
}

function joinTexts(before: string, after: string): string {
  const unspaced = UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1));
  return unspaced ? before + after : `${before} ${after}`;
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).reduce(joinTexts);

/** Where in the text a word begins; null when the words are not those of the text. */
function offsetOf(text: string, words: readonly Word[], word: number): number | null {
  let from = 0;
  for (const { text: before } of words.slice(0, word)) {
    const at = text.indexOf(before, from);
    if (at === -1) return null;
    from = at + before.length;
  }
  const next = words[word];
  const at = next ? text.indexOf(next.text, from) : -1;
  return at === -1 ? null : at;
}
