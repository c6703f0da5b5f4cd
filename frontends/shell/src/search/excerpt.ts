/** Character offsets, `[start, end)`. */
interface TextRange {
  start: number;
  end: number;
}

export interface ExcerptPart {
  text: string;
  marked: boolean;
}

const LEAD = 48;

/**
 * The part of a segment worth showing in a list: from a little before the first hit, cut at a word, with the hits
 * marked. Ranges that overlap or lie outside the text are put right.
 */
export function excerptOf(text: string, ranges: readonly TextRange[], length = 180): ExcerptPart[] {
  const hits = [...ranges]
    .filter(({ start, end }) => start >= 0 && start < end && start < text.length)
    .sort((a, b) => a.start - b.start);
  const first = hits[0]?.start ?? 0;
  const from = first <= LEAD ? 0 : wordBoundaryBefore(text, first - LEAD);
  const to = Math.min(text.length, from + length);
  const parts: ExcerptPart[] = from > 0 ? [{ text: '… ', marked: false }] : [];
  let at = from;
  for (const { start, end } of hits) {
    if (start >= to || end <= at) continue;
    const begin = Math.max(start, at);
    if (begin > at) parts.push({ text: text.slice(at, begin), marked: false });
    at = Math.min(end, to);
    parts.push({ text: text.slice(begin, at), marked: true });
  }
  if (at < to) parts.push({ text: text.slice(at, to), marked: false });
  if (to < text.length) parts.push({ text: ' …', marked: false });
  return parts;
}

function wordBoundaryBefore(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 || space - at > LEAD ? at : space + 1;
}
