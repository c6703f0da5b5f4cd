import { SAME_PLACE_MS } from '../segment/same-place.ts';

export interface CutStretch {
  startMs: number;
  endMs: number;
}

/** Positions of the first and the last of some segments that follow each other. */
export type Run = readonly [first: number, last: number];

/**
 * Finds where segments that people corrected stand for others, because somebody split or joined them or moved what is
 * between them: runs that begin and end in the same place, give or take.
 *
 *     earlier  |-- a --|- b -|  |------ c ------|        all corrected
 *     later    |----- 1 -----|  |-- 2 --||- 3 --|    →  a and b are 1, c is 2 and 3
 *
 * The shortest runs are found; one that stands for just one other needs no other cut and is left out.
 * @param earlier @param later in order
 */
export function matchRuns(
  earlier: readonly (CutStretch & { corrected: boolean })[],
  later: readonly CutStretch[],
): { earlier: Run; later: Run }[] {
  const corrected = earlier.map((segment) => (segment.corrected ? segment : null));
  const found: { earlier: Run; later: Run }[] = [];
  let free = 0;
  for (let at = 0; at < corrected.length; at += 1) {
    const segment = corrected[at];
    if (!segment) continue;
    while ((later[free]?.startMs ?? Number.POSITIVE_INFINITY) < segment.startMs - SAME_PLACE_MS) free += 1;
    const pair = shortestFrom(at, corrected, candidatesFrom(free, segment, later), later);
    if (!pair) continue;
    const [[first, last], [laterFirst, laterLast]] = [pair.earlier, pair.later];
    if (last > first || laterLast > laterFirst) found.push(pair);
    at = last;
    free = laterLast + 1;
  }
  return found;
}

/** Later segments that begin where this one does; several where people speak at once. */
function candidatesFrom(from: number, { startMs }: CutStretch, later: readonly CutStretch[]): number[] {
  const candidates: number[] = [];
  for (let at = from; (later[at]?.startMs ?? Number.POSITIVE_INFINITY) <= startMs + SAME_PLACE_MS; at += 1)
    candidates.push(at);
  return candidates;
}

function shortestFrom(
  at: number,
  corrected: readonly (CutStretch | null)[],
  candidates: readonly number[],
  later: readonly CutStretch[],
): { earlier: Run; later: Run } | null {
  const found = candidates.flatMap((first) => {
    const lasts = lastsOf(at, first, corrected, later);
    return lasts ? [{ earlier: [at, lasts[0]] as const, later: [first, lasts[1]] as const }] : [];
  });
  const sizeOf = ({ earlier, later: run }: (typeof found)[number]): number =>
    earlier[1] - earlier[0] + run[1] - run[0];
  return found.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
}

/** Lets both runs grow, the one that ends first, until they end together; null where one of them breaks off. */
function lastsOf(
  first: number,
  laterFirst: number,
  corrected: readonly (CutStretch | null)[],
  later: readonly CutStretch[],
): [last: number, laterLast: number] | null {
  let [last, laterLast] = [first, laterFirst];
  let [endMs, laterEndMs] = [corrected[first]?.endMs ?? 0, later[laterFirst]?.endMs ?? 0];
  while (Math.abs(endMs - laterEndMs) > SAME_PLACE_MS) {
    if (endMs < laterEndMs) {
      const next = corrected[(last += 1)];
      if (!next || next.startMs >= laterEndMs) return null;
      endMs = Math.max(endMs, next.endMs);
    } else {
      const next = later[(laterLast += 1)];
      if (!next || next.startMs >= endMs) return null;
      laterEndMs = Math.max(laterEndMs, next.endMs);
    }
  }
  return [last, laterLast];
}
