import { commonMs } from '../segment/common-ms.ts';
import { essence } from '../segment/common-words.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { SAME_WORD_MS } from './cut-alike.ts';

export interface CutStretch {
  startMs: number;
  endMs: number;
}

/** With its first words and its last, outermost first. */
interface WordedStretch extends CutStretch {
  head: readonly (string | null)[];
  tail: readonly (string | null)[];
}

type EarlierStretch = WordedStretch & { corrected: boolean; onlyCut?: boolean };
type LaterStretch = WordedStretch & HeardStretch & { speakerId: string };

/** Where the engine had it begin and end. */
export interface HeardStretch {
  heardStartMs: number;
  heardEndMs: number;
}

/** Positions of the first and the last of some segments that follow each other. */
export type Run = readonly [first: number, last: number];

export interface RunPair {
  earlier: Run;
  later: Run;
}

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
export function matchRuns(earlier: readonly EarlierStretch[], later: readonly LaterStretch[]): RunPair[] {
  const found: RunPair[] = [];
  let free = 0;
  for (let at = 0; at < earlier.length; at += 1) {
    const segment = earlier[at];
    if (!segment?.corrected) continue;
    while ((later[free]?.startMs ?? Number.POSITIVE_INFINITY) < segment.startMs - SAME_PLACE_MS) free += 1;
    const candidates = candidatesFrom(free, segment, later);
    const shortest = shortestFrom(at, earlier, candidates, later);
    if (!shortest) continue;
    const pair = fromFirstWord(shortest, earlier, candidates, later);
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
  later: readonly LaterStretch[],
): RunPair | null {
  const found = candidates.flatMap((first) => {
    const lasts = lastsOf(at, first, earlier, later);
    return lasts ? [{ earlier: [at, lasts[0]] as const, later: [first, lasts[1]] as const }] : [];
  });
  const sizeOf = ({ earlier: run, later: laterRun }: (typeof found)[number]): number =>
    run[1] - run[0] + laterRun[1] - laterRun[0];
  return found.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
}

/** With the segment before, where that says the first word and the run does not, and stands for nothing else. */
function fromFirstWord(
  pair: RunPair,
  earlier: readonly EarlierStretch[],
  candidates: readonly number[],
  later: readonly LaterStretch[],
): RunPair {
  const [at, [first, last]] = [pair.earlier[0], pair.later];
  const [begun, former, before] = [earlier[at], earlier[at - 1], later[first - 1]];
  const isBegun =
    begun &&
    before &&
    candidates.includes(first - 1) &&
    isSameWord(before.head[0], begun.head[0]) &&
    !isSameWord(later[first]?.head[0], begun.head[0]) &&
    (!former || commonMs(former, before) < commonMs(begun, before));
  return isBegun ? { ...pair, later: [first - 1, last] } : pair;
}

/**
 * Lets both runs grow, the one that ends first, until they end together, and again while what follows was cut from them;
 * null where one of them breaks off before.
 */
function lastsOf(
  first: number,
  laterFirst: number,
  earlier: readonly EarlierStretch[],
  later: readonly LaterStretch[],
): Run | null {
  let found: Run | null = null;
  let [last, laterLast] = [first, laterFirst];
  let [endMs, laterEndMs] = [earlier[first]?.endMs ?? 0, later[laterFirst]?.endMs ?? 0];
  const startMs = later[laterFirst]?.startMs ?? 0;
  let heardEndMs = later[laterFirst]?.heardEndMs ?? 0;
  const growsTogether = (): boolean => {
    while (Math.abs(endMs - laterEndMs) > SAME_PLACE_MS) {
      if (endMs < laterEndMs) {
        const next = earlier[(last += 1)];
        if (!next?.corrected || next.startMs >= laterEndMs) return false;
        endMs = Math.max(endMs, next.endMs);
      } else {
        const next = later[(laterLast += 1)];
        if (!next || next.heardStartMs >= endMs) return false;
        laterEndMs = Math.max(laterEndMs, next.endMs);
        heardEndMs = Math.max(heardEndMs, next.heardEndMs);
      }
    }
    return true;
  };
  for (;;) {
    const isCut = found && isCutFrom(earlier[last + 1], { startMs, endMs: heardEndMs }, later, laterLast + 1);
    if (found && !isCut && !isMovedOver(earlier, last, later, laterLast)) break;
    const before = [last, laterLast, endMs, laterEndMs, heardEndMs] as const;
    if (found) endMs = Math.max(endMs, earlier[(last += 1)]?.endMs ?? 0);
    if (!growsTogether()) {
      if (!found || isCut) return found;
      [last, laterLast, endMs, laterEndMs, heardEndMs] = before;
      break;
    }
    found = [last, laterLast];
  }
  const [ended, joined] = [later[laterLast], later[laterLast + 1]];
  const lastWord = earlier[last]?.tail[0];
  const isUnheard = !isSameWord(ended?.tail[0], lastWord);
  // Within the run it may be the last word, heard otherwise, but for what somebody else says.
  const isLast = isSameWord(joined?.tail[0], lastWord);
  const isInstead = isUnheard && joined?.speakerId === ended?.speakerId;
  const isJoined =
    joined &&
    (joined.endMs > laterEndMs || (isInstead && joined.heardEndMs > heardEndMs)) &&
    (joined.endMs <= endMs
      ? isLast || isInstead
      : isLast && isUnheard && joined.endMs <= endMs + SAME_PLACE_MS) &&
    !standsAmong(joined, endMs, earlier, last + 1);
  return isJoined ? [last, laterLast + 1] : found;
}

/** Whether the word beside where two runs end together is in the other one of the segments that meet there. */
function isMovedOver(
  earlier: readonly EarlierStretch[],
  last: number,
  later: readonly LaterStretch[],
  laterLast: number,
): boolean {
  const [segment, next, other, laterNext] = [
    earlier[last],
    earlier[last + 1],
    later[laterLast],
    later[laterLast + 1],
  ];
  if (!segment || !other || !next?.corrected) return false;
  const isKept = endsAlike(segment, other) && (!laterNext || beginsAlike(next, laterNext));
  // Whatever is heard around it now: their words are the engine's.
  if (segment.onlyCut && next.onlyCut && !isKept) return true;
  if (isSameWord(segment.tail[0], other.tail[0]) && isKept) return false;
  const endMs = Math.max(segment.endMs, other.endMs);
  const isMovedOn = next.endMs > endMs && isSameWord(next.head[0], other.tail[0]);
  return (
    isMovedOn ||
    (laterNext !== undefined && laterNext.endMs > endMs && isSameWord(laterNext.head[0], segment.tail[0]))
  );
}

/** Whether a segment begins within a run that ended already, as a word that was split off or moved does. */
const isCutFrom = (
  segment: EarlierStretch | undefined,
  run: CutStretch,
  later: readonly LaterStretch[],
  from: number,
): boolean =>
  segment !== undefined &&
  segment.corrected &&
  segment.startMs > run.startMs &&
  segment.startMs < run.endMs &&
  !standsAmong(segment, run.endMs, later, from);

/** Whether a segment begins where one of those does that follow a run, and has no more in common with the run. */
function standsAmong(
  { startMs, endMs }: CutStretch,
  runEndMs: number,
  others: readonly CutStretch[],
  from: number,
): boolean {
  const withRunMs = Math.min(endMs, runEndMs) - startMs;
  for (let at = from; (others[at]?.startMs ?? Number.POSITIVE_INFINITY) <= startMs + SAME_PLACE_MS; at += 1) {
    const other = others[at];
    if (!other || other.startMs < startMs - SAME_PLACE_MS) continue;
    if (Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs) >= withRunMs) return true;
  }
  return false;
}

/** Whether the same two words are the first, because one may be said twice, or others at the same time. */
export const beginsAlike = (segment: WordedStretch, other: WordedStretch & HeardStretch): boolean =>
  areSameWords(segment.head, other.head) || Math.abs(segment.startMs - other.heardStartMs) <= SAME_WORD_MS;

/** The same of the last. */
export const endsAlike = (segment: WordedStretch, other: WordedStretch & HeardStretch): boolean =>
  areSameWords(segment.tail, other.tail) || Math.abs(segment.endMs - other.heardEndMs) <= SAME_WORD_MS;

const areSameWords = (some: WordedStretch['head'], others: WordedStretch['head']): boolean =>
  [0, 1].every((at) => isSameWord(some[at], others[at]));

export const isSameWord = (a: string | null | undefined, b: string | null | undefined): boolean =>
  essence(a ?? '') === essence(b ?? '');
