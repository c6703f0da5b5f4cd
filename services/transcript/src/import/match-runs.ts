import { essence } from '../segment/common-words.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';

export interface CutStretch {
  startMs: number;
  endMs: number;
}

/** With its last words, outermost first. */
interface EndedStretch extends CutStretch {
  tail: readonly (string | null)[];
}

type EarlierStretch = EndedStretch & { corrected: boolean };

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
  earlier: readonly EarlierStretch[],
  later: readonly EndedStretch[],
): { earlier: Run; later: Run }[] {
  const found: { earlier: Run; later: Run }[] = [];
  let free = 0;
  for (let at = 0; at < earlier.length; at += 1) {
    const segment = earlier[at];
    if (!segment?.corrected) continue;
    while ((later[free]?.startMs ?? Number.POSITIVE_INFINITY) < segment.startMs - SAME_PLACE_MS) free += 1;
    const pair = shortestFrom(at, earlier, candidatesFrom(free, segment, later), later);
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
  earlier: readonly EarlierStretch[],
  candidates: readonly number[],
  later: readonly EndedStretch[],
): { earlier: Run; later: Run } | null {
  const found = candidates.flatMap((first) => {
    const lasts = lastsOf(at, first, earlier, later);
    return lasts ? [{ earlier: [at, lasts[0]] as const, later: [first, lasts[1]] as const }] : [];
  });
  const sizeOf = ({ earlier: run, later: laterRun }: (typeof found)[number]): number =>
    run[1] - run[0] + laterRun[1] - laterRun[0];
  return found.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
}

/** Lets both runs grow, the one that ends first, until they end together; null where one of them breaks off. */
function lastsOf(
  first: number,
  laterFirst: number,
  earlier: readonly EarlierStretch[],
  later: readonly EndedStretch[],
): Run | null {
  let [last, laterLast] = [first, laterFirst];
  let [endMs, laterEndMs] = [earlier[first]?.endMs ?? 0, later[laterFirst]?.endMs ?? 0];
  while (Math.abs(endMs - laterEndMs) > SAME_PLACE_MS) {
    if (endMs < laterEndMs) {
      const next = earlier[(last += 1)];
      if (!next?.corrected || next.startMs >= laterEndMs) return null;
      endMs = Math.max(endMs, next.endMs);
    } else {
      const next = later[(laterLast += 1)];
      if (!next || next.startMs >= endMs) return null;
      laterEndMs = Math.max(laterEndMs, next.endMs);
    }
  }
  // A word that was split off or joined may be as short as engines differ.
  for (let next = earlier[last + 1]; next?.corrected; next = earlier[last + 1]) {
    if (next.endMs < endMs || !endsWithin(next, laterEndMs, later, laterLast + 1)) break;
    [last, endMs] = [last + 1, next.endMs];
  }
  for (let next = later[laterLast + 1]; next; next = later[laterLast + 1]) {
    const isSaid = essence(next.tail[0] ?? '') === essence(earlier[last]?.tail[0] ?? '');
    if (!isSaid || next.endMs <= laterEndMs || !endsWithin(next, endMs, earlier, last + 1)) break;
    [laterLast, laterEndMs] = [laterLast + 1, next.endMs];
  }
  return [last, laterLast];
}

/** Whether a segment ends within a run, and has less in common with all that follow this. */
function endsWithin(
  segment: CutStretch,
  runEndMs: number,
  others: readonly CutStretch[],
  from: number,
): boolean {
  const commonMs = Math.min(segment.endMs, runEndMs) - segment.startMs;
  if (segment.endMs > runEndMs) return false;
  for (let at = from; at < others.length; at += 1) {
    const other = others[at];
    if (!other || other.startMs > segment.endMs) break;
    if (Math.min(segment.endMs, other.endMs) - Math.max(segment.startMs, other.startMs) >= commonMs)
      return false;
  }
  return true;
}
