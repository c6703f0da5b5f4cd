/** A stretch of a recording: `[startMs, endMs)`, integer milliseconds. */
export interface Interval {
  startMs: number;
  endMs: number;
}

/** One speaker talking without a break. Turns of different speakers may overlap. */
export interface Turn extends Interval {
  speaker: string;
}

export const lengthMs = ({ startMs, endMs }: Interval): number => Math.max(0, endMs - startMs);

/** How long `a` and `b` coincide; 0 when they do not. */
export const overlapMs = (a: Interval, b: Interval): number =>
  Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));

/** The silence between `a` and `b`; 0 when they touch or overlap. */
export const gapMs = (a: Interval, b: Interval): number =>
  Math.max(0, Math.max(a.startMs, b.startMs) - Math.min(a.endMs, b.endMs));

export const byStart = (a: Interval, b: Interval): number => a.startMs - b.startMs || a.endMs - b.endMs;

/** Sorted, with intervals closer than `maxGapMs` joined and empty ones dropped. */
export function mergeIntervals(intervals: readonly Interval[], maxGapMs = 0): Interval[] {
  const merged: Interval[] = [];
  for (const { startMs, endMs } of intervals.filter((interval) => lengthMs(interval) > 0).sort(byStart)) {
    const last = merged.at(-1);
    if (last && startMs - last.endMs <= maxGapMs) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
}

/** Turns of the same speaker closer than `maxGapMs` joined; sorted by start. */
export function mergeTurns(turns: readonly Turn[], maxGapMs = 0): Turn[] {
  const bySpeaker = Map.groupBy(turns, (turn) => turn.speaker);
  return [...bySpeaker]
    .flatMap(([speaker, own]) => mergeIntervals(own, maxGapMs).map((interval) => ({ ...interval, speaker })))
    .sort(byStart);
}

/** Speakers renamed `SPEAKER_00`, `SPEAKER_01`, … in order of first speech. */
export function speakerLabel(index: number): string {
  return `SPEAKER_${String(index).padStart(2, '0')}`;
}
