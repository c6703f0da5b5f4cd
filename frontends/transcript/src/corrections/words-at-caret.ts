import { locateWords } from '../segments/text-runs.ts';

/**
 * How many of a segment's words stand before the caret, and how many there are. A word the caret stands in counts as
 * before it.
 * @param words null where they have not been read: then by white space
 */
export function wordsAtCaret(
  text: string,
  caret: number,
  words: readonly { readonly text: string }[] | null,
): { before: number; all: number } {
  if (!words) return { before: tokens(text.slice(0, caret)), all: tokens(text) };
  const after = locateWords(text, words).findIndex((span) => span !== null && span.start >= caret);
  return { before: after === -1 ? words.length : after, all: words.length };
}

const tokens = (text: string): number => text.split(/\s+/).filter(Boolean).length;
