import { mergeIntervals, type Interval } from '@colloquy/speech';
import { FRAME_MS } from './measure-audio.ts';

/** Shorter gaps are breaths, not places to cut. */
const MIN_SILENCE_MS = 300;
/** How far above the recording's own background something must be to count: 6 dB. */
const ABOVE_BACKGROUND = 2;
/** Quieter than this (−60 dB) is silence in any recording. */
const ALWAYS_SILENT = 0.001;

/**
 * Where something is heard, by level alone. Good enough to find places to cut a recording; what is speech is for the
 * diarizer to say. The background is the 10th percentile of the frames' levels.
 */
export function findSound(levels: Float32Array, durationMs: number): Interval[] {
  const background = Float32Array.from(levels).sort()[Math.floor(levels.length / 10)] ?? 0;
  const threshold = Math.max(ALWAYS_SILENT, background * ABOVE_BACKGROUND);
  const frames: Interval[] = [];
  levels.forEach((level, frame) => {
    if (level < threshold) return;
    const startMs = frame * FRAME_MS;
    const endMs = Math.min(durationMs, startMs + FRAME_MS);
    const last = frames.at(-1);
    if (last?.endMs === startMs) last.endMs = endMs;
    else frames.push({ startMs, endMs });
  });
  return mergeIntervals(frames, MIN_SILENCE_MS);
}
