/** Something with a place in the recording: `[startMs, endMs)`, integer milliseconds. */
export interface Timed {
  readonly startMs: number;
  readonly endMs: number;
}

/** How far back an earlier, longer item may still be heard: conversations overlap by a few items, not by hundreds. */
const OVERLAP_LOOKBACK = 8;

/**
 * Index of the last item that has begun by `timeMs`, or -1.
 * `items` are in order of `startMs`; binary search, so 100,000 items cost 17 comparisons per frame.
 */
export function lastStarted(items: readonly Timed[], timeMs: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as Timed).startMs <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Index of the item to show as current at `timeMs`, or -1 before the first.
 * An item stays current through the silence after it; where a short item ended inside a
 * longer one, the longer one is current again.
 *
 * ```
 *   0 ─────────────────────────      ← current at x: still speaking
 *        1 ──────      x
 * ```
 */
export function currentItem(items: readonly Timed[], timeMs: number): number {
  const last = lastStarted(items, timeMs);
  for (let index = last; index >= 0 && index > last - OVERLAP_LOOKBACK; index--) {
    if ((items[index] as Timed).endMs > timeMs) return index;
  }
  return last;
}

/** A word is lit a little past its end, so that the light does not flicker between neighbours. */
const WORD_AFTERGLOW_MS = 250;

/** Index of the word being said at `timeMs`, or -1 in a pause. `words` are in order of `startMs`. */
export function currentWord(words: readonly Timed[], timeMs: number): number {
  const index = lastStarted(words, timeMs);
  const word = words[index];
  return word && timeMs < word.endMs + WORD_AFTERGLOW_MS ? index : -1;
}
