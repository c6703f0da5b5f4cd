/** UTF-16 offsets, `[start, end)`. */
export interface TextSpan {
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Sentences without the blanks around them. Spoken text may have no full stops: a sentence of more than `maxWords`
 * words is cut at blanks.
 */
export function splitSentences(text: string, maxWords = 60): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const words = Array.from(segment.matchAll(/\S+/gu), ({ 0: word, index: at }) => ({
      start: index + at,
      end: index + at + word.length,
    }));
    for (let i = 0; i < words.length; i += maxWords) {
      const first = words[i];
      const last = words[Math.min(i + maxWords, words.length) - 1];
      if (first && last) spans.push({ start: first.start, end: last.end });
    }
  }
  return spans;
}
