import type { Stretch } from '../version/align-segments.ts';

/** Finds which of many stretches share time with one; a version brought back asks for thousands. */
export function overlapping<T extends Stretch>(stretches: readonly T[]): (stretch: Stretch) => T[] {
  const sorted = stretches.toSorted((a, b) => a.startMs - b.startMs);
  const ends: number[] = [];
  for (const { endMs } of sorted) ends.push(Math.max(endMs, ends.at(-1) ?? endMs));
  return ({ startMs, endMs }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= startMs) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    for (let at = low; at < sorted.length; at += 1) {
      const other = sorted[at];
      if (!other || other.startMs >= endMs) break;
      if (Math.min(other.endMs, endMs) > Math.max(other.startMs, startMs)) found.push(other);
    }
    return found;
  };
}

/** A stretch and so much before and after it. */
export const around = ({ startMs, endMs }: Stretch, ms: number): Stretch => ({
  startMs: startMs - ms,
  endMs: endMs + ms,
});
