import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { alignSegments, type Stretch } from '../version/align-segments.ts';

/**
 * Pairs segments of two transcripts that are in the same place, each with one other: in order, and where people speak at
 * once, so that order tells nothing, the nearest of those that are left.
 * @returns positions of earlier segments → of later ones
 */
export function pairSegments(earlier: readonly Stretch[], later: readonly Stretch[]): Map<number, number> {
  const pairs = new Map(
    alignSegments(earlier, later).filter(
      ([before, after]) => distance(earlier[before], later[after]) !== null,
    ),
  );
  const taken = new Set(pairs.values());
  const free = [...later.entries()]
    .filter(([after]) => !taken.has(after))
    .toSorted(([, a], [, b]) => a.startMs - b.startMs);
  const waiting = [...earlier.entries()]
    .filter(([before]) => !pairs.has(before))
    .toSorted(([, a], [, b]) => a.startMs - b.startMs);
  const near: { before: number; after: number; ms: number }[] = [];
  let from = 0;
  for (const [before, segment] of waiting) {
    while ((free[from]?.[1].startMs ?? Number.POSITIVE_INFINITY) < segment.startMs - SAME_PLACE_MS) from += 1;
    for (let at = from; at < free.length; at += 1) {
      const [after, other] = free[at] ?? [-1];
      if (!other || other.startMs > segment.startMs + SAME_PLACE_MS) break;
      const ms = distance(segment, other);
      if (ms !== null) near.push({ before, after, ms });
    }
  }
  for (const { before, after } of near.toSorted((a, b) => a.ms - b.ms)) {
    if (pairs.has(before) || taken.has(after)) continue;
    pairs.set(before, after);
    taken.add(after);
  }
  return pairs;
}

/** @returns null where they are not in the same place */
function distance(a: Stretch | undefined, b: Stretch | undefined): number | null {
  if (!a || !b) return null;
  const [starts, ends] = [Math.abs(a.startMs - b.startMs), Math.abs(a.endMs - b.endMs)];
  return starts <= SAME_PLACE_MS && ends <= SAME_PLACE_MS ? starts + ends : null;
}
