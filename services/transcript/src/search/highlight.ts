import { foldText } from './fold-text.ts';
import { trigramSimilarity } from './trigram.ts';

/** UTF-16 offsets, `[start, end)`. */
export interface TextSpan {
  start: number;
  end: number;
}

/** Marks put around hits by `ts_headline`. Folded text holds no control characters, so they cannot be mistaken. */
export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

/** Below this two words do not look like spellings of one. */
const SIMILAR_ENOUGH = 0.25;

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

/** The words of `text` most like each of `words`, in order of occurrence. */
export function rangesOfSimilarWords(text: string, words: readonly string[]): TextSpan[] {
  const candidates = [...foldText(text).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    start: match.index,
  }));
  const hits = new Map<number, TextSpan>();
  for (const wanted of words) {
    const scored = candidates.map((candidate) => ({
      ...candidate,
      similarity: trigramSimilarity(wanted, candidate.word),
    }));
    const best = Math.max(SIMILAR_ENOUGH, ...scored.map(({ similarity }) => similarity));
    for (const { word, start, similarity } of scored) {
      if (similarity >= best) hits.set(start, { start, end: start + word.length });
    }
  }
  return [...hits.values()].sort((a, b) => a.start - b.start);
}
