import { essence } from '../segment/common-words.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import type { StoredWord } from '../segment/word.ts';
import type { Stretch } from '../version/align-segments.ts';
import type { HeardStretch } from './match-runs.ts';

/** A segment with the first two of its words and the last two, outermost first; null where there is none. */
export interface EdgedStretch extends Stretch {
  head: readonly Edge[];
  tail: readonly Edge[];
}

type Edge = string | null;

/** Engines leave so much silence around the same words, or time them so much otherwise. */
const NEAR_MS = 1_500;

interface ChangedStretch extends EdgedStretch {
  heard: readonly StoredWord[] | null;
  startMoved: boolean;
  endMoved: boolean;
}

/**
 * Segments as people left them, and those whose words they changed as the engine wrote these; not where people moved a
 * boundary, for there the engine's words do not begin or end.
 */
export const heardAndChosen = (segments: readonly ChangedStretch[]): EdgedStretch[] =>
  segments.flatMap(({ startMs, endMs, head, tail, heard, startMoved, endMoved }) => {
    const words = heard?.map(([, , , text]) => text);
    const chosen = { startMs, endMs, head, tail };
    if (!words) return [chosen];
    const heardHead = startMoved ? [] : words.slice(0, 2);
    const heardTail = endMoved ? [] : words.slice(-2).reverse();
    return [chosen, { startMs, endMs, head: heardHead, tail: heardTail }];
  });

/**
 * Later segments as if they began and ended where earlier ones do that begin and end with the same words:
 *
 *     earlier  |we take it|      |fine|
 *     later      |we take it   |  |fine   |
 *
 * One of the two words is enough, because an engine may have heard the other otherwise. Of several the nearest
 * counts.
 */
export function snapBoundaries<T extends EdgedStretch>(
  earlier: readonly EdgedStretch[],
  later: readonly T[],
): (T & HeardStretch)[] {
  const starts = boundaries(earlier, 'startMs', 'head');
  const ends = boundaries(earlier, 'endMs', 'tail');
  const snapStart = snapping(starts, boundaries(later, 'startMs', 'head'));
  const snapEnd = snapping(ends, boundaries(later, 'endMs', 'tail'));
  return later.map((segment) => {
    const startMs = snapStart({ ms: segment.startMs, words: segment.head });
    const endMs = snapEnd({ ms: segment.endMs, words: segment.tail });
    const heard = { ...segment, heardStartMs: segment.startMs, heardEndMs: segment.endMs };
    return endMs > startMs ? { ...heard, startMs, endMs } : heard;
  });
}

interface Boundary {
  ms: number;
  words: readonly Edge[];
}

const boundaries = (
  segments: readonly EdgedStretch[],
  side: 'startMs' | 'endMs',
  edge: 'head' | 'tail',
): Boundary[] =>
  segments.map((segment) => ({ ms: segment[side], words: segment[edge] })).toSorted((a, b) => a.ms - b.ms);

function snapping(earlier: readonly Boundary[], later: readonly Boundary[]): (from: Boundary) => number {
  // Another that is nearer to the same boundary is what stands there.
  const isNearest = (ms: number, distance: number): boolean => {
    const next = firstFrom(later, ms);
    return [later[next - 1], later[next]].every((other) => !other || Math.abs(other.ms - ms) >= distance);
  };
  return ({ ms, words }) => {
    let found: number | null = null;
    for (let at = firstFrom(earlier, ms - NEAR_MS); at < earlier.length; at += 1) {
      const boundary = earlier[at];
      if (!boundary || boundary.ms > ms + NEAR_MS) break;
      const distance = Math.abs(boundary.ms - ms);
      const isSame =
        distance <= SAME_PLACE_MS || (beginAlike(boundary.words, words) && isNearest(boundary.ms, distance));
      if (isSame && (found === null || distance < Math.abs(found - ms))) found = boundary.ms;
    }
    return found ?? ms;
  };
}

function firstFrom(sorted: readonly Boundary[], ms: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.ms ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

const beginAlike = (a: readonly Edge[], b: readonly Edge[]): boolean =>
  a.some((word, at) => word !== null && essence(word) === essence(b[at] ?? ''));
