import { foldText } from './fold-text.ts';

/** UTF-16 offsets, `[start, end)`. */
export interface TextSpan {
  start: number;
  end: number;
}

/** Marks put around hits by `ts_headline`. Folded text holds no control characters, so they cannot be mistaken. */
export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

/**
 * Reads marked text back into ranges of the text without marks.
 *
 *     "the \u0002price\u0003 of"  →  [{ start: 4, end: 9 }]
 */
export function rangesOfMarks(marked: string): TextSpan[] {
  const ranges: TextSpan[] = [];
  let marks = 0;
  let start = 0;
  for (let at = 0; at < marked.length; at += 1) {
    if (marked[at] === HIT_START) {
      start = at - marks;
      marks += 1;
    } else if (marked[at] === HIT_END) {
      if (at - marks > start) ranges.push({ start, end: at - marks });
      marks += 1;
    }
  }
  return ranges;
}

/** Every occurrence of `words`, which are folded. */
export function rangesOfWords(text: string, words: ReadonlySet<string>): TextSpan[] {
  return [...foldText(text).matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => words.has(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
