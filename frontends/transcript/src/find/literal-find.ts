import type { TextSpan } from '../segments/text-runs.ts';

/** Where a find stands: the segment and the stretches of its text. */
export interface FoundSegment {
  readonly segmentId: string;
  readonly startMs: number;
  readonly spans: readonly TextSpan[];
}

/**
 * Plain case-insensitive occurrences in what is loaded: at once while the server searches with stemming,
 * and instead of it when it cannot be reached. Quotes and the trailing * of the search language are taken off.
 */
export function findLiterally(
  rows: readonly { readonly id: string; readonly startMs: number; readonly text: string }[],
  query: string,
): FoundSegment[] {
  const needle = query.replaceAll(/["*]/g, '').trim().toLowerCase();
  if (needle.length < 2) return [];
  const found: FoundSegment[] = [];
  for (const { id, startMs, text } of rows) {
    const spans: TextSpan[] = [];
    const haystack = text.toLowerCase();
    for (
      let start = haystack.indexOf(needle);
      start >= 0;
      start = haystack.indexOf(needle, start + needle.length)
    ) {
      spans.push({ start, end: start + needle.length });
    }
    if (spans.length > 0) found.push({ segmentId: id, startMs, spans });
  }
  return found;
}

/** The place to show first: the one at or after the position, or the first again. */
export function firstFrom(found: readonly FoundSegment[], timeMs: number): number {
  const index = found.findIndex(({ startMs }) => startMs >= timeMs);
  return Math.max(0, index);
}

/** The next or previous place, around the ends. */
export function stepFound(current: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (current + step + count) % count;
}
