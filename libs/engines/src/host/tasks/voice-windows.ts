import { lengthMs, type Interval } from '@colloquy/speech';
import type { Vector } from '../../diarize/vector.ts';
import { msToSamples } from '../../media/pcm-file.ts';
import type { Breathe } from '../host.protocol.ts';
import { loadEmbedder } from './embedder.ts';
import type { OpenSlice } from './open-slice.ts';

const WINDOW_MS = 1_250;
const HOP_MS = 500;
/** A shorter window says too little about a voice and is widened into its surroundings. */
const MIN_WINDOW_MS = 600;

/** Windows of 1.25 s every 0.5 s over each region, the last one aligned to the region's end. */
export function placeWindows(regions: readonly Interval[], durationMs: number): Interval[] {
  return regions.flatMap((region) => {
    const starts: number[] = [];
    if (lengthMs(region) <= WINDOW_MS) starts.push(region.startMs);
    else {
      for (let startMs = region.startMs; startMs + WINDOW_MS < region.endMs; startMs += HOP_MS)
        starts.push(startMs);
      starts.push(region.endMs - WINDOW_MS);
    }
    return starts.map((startMs) =>
      widen({ startMs, endMs: Math.min(region.endMs, startMs + WINDOW_MS) }, durationMs),
    );
  });
}

function widen(window: Interval, durationMs: number): Interval {
  if (lengthMs(window) >= MIN_WINDOW_MS) return window;
  const middle = (window.startMs + window.endMs) / 2;
  return {
    startMs: Math.max(0, Math.round(middle - MIN_WINDOW_MS / 2)),
    endMs: Math.min(durationMs, Math.round(middle + MIN_WINDOW_MS / 2)),
  };
}

/** The voice in each window, as a unit vector. */
export async function embedWindows(
  { file, start, gain }: OpenSlice,
  windows: readonly Interval[],
  model: string,
  breathe: Breathe,
): Promise<Vector[]> {
  const embed = loadEmbedder(model);
  const vectors: Vector[] = [];
  for (const { startMs, endMs } of windows) {
    vectors.push(embed(file.read(start + msToSamples(startMs), start + msToSamples(endMs), gain)));
    if (vectors.length % 16 === 0) await breathe(vectors.length / windows.length);
  }
  return vectors;
}
