import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { isSameStretch, type Stretch } from '../version/align-segments.ts';
import { pairSegments } from './pair-segments.ts';
import type { Removal } from './removals.ts';

export interface PlacedRemovals {
  /** Later segments that go, and who removed them. */
  removed: { id: string; author: string }[];
  /** Of which words came back in segments that others speak in, too. */
  left: Removal[];
  /** Where nobody was heard, or not all of it: they are there for the next engine. */
  waiting: Removal[];
}

/** `edited` where a text that people corrected was brought to it. */
type LaterSegment = Stretch & { id: string; edited: boolean };

/**
 * Finds what is to be removed again from a later transcript: what stands in the same place, and what lies within. Nothing
 * goes that people corrected, or in which somebody is heard who was not removed and stands nowhere else.
 *
 *     removed   |---- a ----|  |-- b --|   |- c -|   |- e -|
 *     standing                 |-- d --|                   |- f -|
 *     later      |- 1 -|- 2 -| |-- 3 --|             |---- 4 ----|  →  1 and 2 go, 3 is d, b and c wait, e is left
 *
 * @param standing what was not removed from the earlier transcript
 */
export function placeRemovals(
  removals: readonly Removal[],
  standing: readonly Stretch[],
  later: readonly LaterSegment[],
): PlacedRemovals {
  const removing = new Set<Stretch>(removals);
  const earlier = [...standing, ...removals].toSorted((a, b) => a.startMs - b.startMs);
  const paired = new Map([...pairSegments(earlier, later)].map(([at, next]) => [earlier[at], later[next]]));
  const kept = new Set([...paired].filter(([before]) => before && !removing.has(before)).map(([, id]) => id));
  const open = later.filter((segment) => !kept.has(segment));
  const homeless = standing.filter((segment) => !paired.has(segment));
  const mayGo = (segment: LaterSegment): boolean =>
    !segment.edited && !homeless.some((other) => isHeardIn(segment, other));
  const placed: PlacedRemovals = { removed: [], left: [], waiting: [] };
  const gone = new Set<LaterSegment>();
  for (const removal of removals) {
    const over = open.filter((segment) => commonMs(segment, removal) > 0);
    const place = paired.get(removal);
    const same = place && mayGo(place) ? place : undefined;
    const found = same
      ? [same]
      : over.filter(
          (segment) => (isSameStretch(segment, removal) || isWithin(segment, removal, 0.8)) && mayGo(segment),
        );
    for (const segment of found) {
      if (!gone.has(segment)) placed.removed.push({ id: segment.id, author: removal.author });
      gone.add(segment);
    }
    const isDone = same !== undefined || isFoundWhole(removal, found);
    if (isDone || removals.some((other) => isPartOf(removal, other))) continue;
    const isHeard = over.some((segment) => !gone.has(segment) && commonMs(segment, removal) > SAME_PLACE_MS);
    (isHeard ? placed.left : placed.waiting).push(removal);
  }
  return placed;
}

const commonMs = (a: Stretch, b: Stretch): number =>
  Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);

/** Whether at least that share of one lies within another. */
const isWithin = (segment: Stretch, other: Stretch, share: number): boolean =>
  commonMs(segment, other) > 0 && commonMs(segment, other) >= share * (segment.endMs - segment.startMs);

/** Whether more of one is in another than engines differ by, or, of a short one, half. */
const isHeardIn = (segment: Stretch, other: Stretch): boolean =>
  commonMs(segment, other) > SAME_PLACE_MS || isWithin(other, segment, 0.5);

/** Whether all of a removal but what engines differ by is in some segments. */
function isFoundWhole({ startMs, endMs }: Removal, found: readonly Stretch[]): boolean {
  let [reached, missing] = [startMs, 0];
  for (const segment of found.toSorted((a, b) => a.startMs - b.startMs)) {
    missing += Math.max(0, segment.startMs - reached);
    reached = Math.max(reached, segment.endMs);
  }
  return found.length > 0 && missing + Math.max(0, endMs - reached) <= SAME_PLACE_MS;
}

/** What an engine heard of a longer removal and lost by it is a removal, too. */
const isPartOf = (part: Removal, whole: Removal): boolean =>
  part.speakerName === whole.speakerName &&
  part.endMs - part.startMs < whole.endMs - whole.startMs &&
  isWithin(part, whole, 0.8);
