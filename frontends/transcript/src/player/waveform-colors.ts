import { currentItem, type Timed } from '../timeline/locate.ts';

/** A stretch of the waveform in one colour; `from` and `to` are shares of the width, 0 to 1. */
export interface ColorStretch {
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

/**
 * Who speaks where along the waveform, one colour per bucket with equal neighbours joined.
 * A recording may have 10,000 segments and the screen 1,000 columns, so time is sampled, not drawn segment by segment.
 * @param silence colour where nobody speaks
 */
export function colorStretches(
  segments: readonly (Timed & { readonly speakerId: string })[],
  colors: ReadonlyMap<string, string>,
  durationMs: number,
  buckets: number,
  silence: string,
): ColorStretch[] {
  const stretches: ColorStretch[] = [];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const timeMs = ((bucket + 0.5) / buckets) * durationMs;
    const segment = segments[currentItem(segments, timeMs)];
    const color = (segment && segment.endMs > timeMs && colors.get(segment.speakerId)) || silence;
    const last = stretches.at(-1);
    const to = (bucket + 1) / buckets;
    if (last?.color === color) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from: bucket / buckets, to, color });
  }
  return stretches;
}
