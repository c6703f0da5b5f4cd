/** Character offsets into a segment's text, `[start, end)`, UTF-16. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a segment's text that is drawn in one way. */
export interface TextRun {
  readonly text: string;
  /** Index of the word it belongs to, -1 for what lies between words. */
  readonly word: number;
  readonly found: boolean;
}

/**
 * Where each word stands in the text, null for a word that is not there.
 * Text and words may differ after an edit or where punctuation is restored; the text is what is shown,
 * so a word that cannot be found is simply not clickable.
 */
export function locateWords(text: string, words: readonly { readonly text: string }[]): (TextSpan | null)[] {
  const folded = text.toLowerCase();
  // Lower-casing may change the length of a few characters (İ); then offsets would be off, so match as written.
  const haystack = folded.length === text.length ? folded : text;
  let from = 0;
  return words.map(({ text: word }) => {
    const needle = haystack === folded ? word.toLowerCase() : word;
    if (!needle) return null;
    const start = findWord(haystack, needle, from);
    if (start < 0) return null;
    from = start + needle.length;
    return { start, end: from };
  });
}

/** How far ahead a word may stand: one that is missing must not swallow its namesake paragraphs later. */
const REACH = 80;

function findWord(haystack: string, needle: string, from: number): number {
  let start = haystack.indexOf(needle, from);
  while (start >= 0 && start - from <= REACH) {
    const before = haystack[start - 1];
    if (start === from || before === undefined || !isWordCharacter(before)) return start;
    start = haystack.indexOf(needle, start + 1);
  }
  return -1;
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Cuts the text at the edges of words and of found spans; joining the runs gives the text back. */
export function cutRuns(
  text: string,
  words: readonly (TextSpan | null)[],
  found: readonly TextSpan[],
): TextRun[] {
  const cuts = new Set([0, text.length]);
  for (const span of [...words, ...found]) {
    if (!span) continue;
    cuts.add(clamp(span.start, text.length));
    cuts.add(clamp(span.end, text.length));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const runs: TextRun[] = [];
  let word = 0;
  for (let index = 0; index + 1 < edges.length; index++) {
    const start = edges[index] as number;
    const end = edges[index + 1] as number;
    while (word < words.length && (words[word]?.end ?? 0) <= start) word++;
    const inWord = words[word];
    runs.push({
      text: text.slice(start, end),
      word: inWord && inWord.start <= start && end <= inWord.end ? word : -1,
      found: found.some((span) => span.start <= start && end <= span.end),
    });
  }
  return runs;
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(length, offset));
}
