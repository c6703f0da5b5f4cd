import { commonMs } from '../segment/common-ms.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';

export interface Stretch {
  startMs: number;
  endMs: number;
}

/** Positions of an earlier and of a later segment; both grow from pair to pair. */
export type Pair = readonly [earlier: number, later: number];

/** Of two segments that share less of their common span, neither is the other. */
const MIN_SHARE = 0.5;

/**
 * Finds which segment of one transcript stands where which of another does:
 *
 *     earlier  |--- a ---|  |- b -| |-- c --|
 *     later    |--- 1 ---|  |------ 2 ------|   →  a is 1, c is 2, b went
 *
 * Of all pairings in which nothing crosses, the one with most in common: a longest increasing subsequence, weighted by
 * the share of their span that two segments have in common (Gusfield, Algorithms on Strings, 12.5).
 */
export function alignSegments(earlier: readonly Stretch[], later: readonly Stretch[]): Pair[] {
  const best = new BestBefore(later.length);
  let end: Chain | null = null;
  // Of one earlier segment the last later one first: no chain takes the same segment twice.
  for (const [before, after, share] of candidates(earlier, later)) {
    const previous = best.before(after);
    const chain: Chain = { pair: [before, after], previous, share: share + (previous?.share ?? 0) };
    best.note(after, chain);
    if (!end || chain.share > end.share) end = chain;
  }
  const pairs: Pair[] = [];
  for (let at = end; at; at = at.previous) pairs.push(at.pair);
  return pairs.toReversed();
}

interface Chain {
  pair: Pair;
  previous: Chain | null;
  share: number;
}

function candidates(
  earlier: readonly Stretch[],
  later: readonly Stretch[],
): [before: number, after: number, share: number][] {
  const byStart = (stretches: readonly Stretch[]) =>
    Array.from(stretches, (stretch, at) => ({ ...stretch, at })).toSorted((a, b) => a.startMs - b.startMs);
  const afters = byStart(later);
  const found: [number, number, number][] = [];
  let from = 0;
  for (const before of byStart(earlier)) {
    while ((afters[from]?.endMs ?? Number.POSITIVE_INFINITY) < before.startMs - SAME_PLACE_MS) from += 1;
    for (let next = from; next < afters.length; next += 1) {
      const after = afters[next];
      if (!after || after.startMs > before.endMs + SAME_PLACE_MS) break;
      const share = commonShare(before, after);
      if (share >= MIN_SHARE) found.push([before.at, after.at, share]);
    }
  }
  return found.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** Whether two stand in the same place, or at least half of what they span is common. */
export const isSameStretch = (a: Stretch, b: Stretch): boolean => commonShare(a, b) >= MIN_SHARE;

function commonShare(a: Stretch, b: Stretch): number {
  const [starts, ends] = [Math.abs(a.startMs - b.startMs), Math.abs(a.endMs - b.endMs)];
  // The nearest wins where several are in the same place, as segments of no length may be.
  if (starts <= SAME_PLACE_MS && ends <= SAME_PLACE_MS) return 1 - (starts + ends) / (4 * SAME_PLACE_MS);
  return commonMs(a, b) / (Math.max(a.endMs, b.endMs) - Math.min(a.startMs, b.startMs));
}

/** The best chain that ends before a position: a Fenwick tree of maxima. */
class BestBefore {
  private readonly chains: (Chain | null)[];

  constructor(size: number) {
    this.chains = Array.from({ length: size + 1 }, () => null);
  }

  before(position: number): Chain | null {
    let best: Chain | null = null;
    for (let at = position; at > 0; at -= at & -at) {
      const chain = this.chains[at] ?? null;
      if (chain && (!best || chain.share > best.share)) best = chain;
    }
    return best;
  }

  note(position: number, chain: Chain): void {
    for (let at = position + 1; at < this.chains.length; at += at & -at) {
      const known = this.chains[at];
      if (!known || chain.share > known.share) this.chains[at] = chain;
    }
  }
}
