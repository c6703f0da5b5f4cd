import type { Interval } from '@colloquy/speech';
import { speechGain } from '../../media/level.ts';
import { msToSamples, PcmFile } from '../../media/pcm-file.ts';
import type { AudioSlice } from '../../ports.ts';

/** Voice models hear every recording at this level. */
const VOICE_LEVEL = 0.1;

/** The samples of a slice, which ends where the file ends at the latest. */
export interface OpenSlice {
  file: PcmFile;
  start: number;
  end: number;
  startMs: number;
  /** Brings the slice's speech to the level voice models expect. */
  gain: number;
}

/** Opens the slice's file for the time of `use`. */
export async function withSlice<T>(
  { pcmPath, startMs, endMs }: AudioSlice,
  use: (slice: OpenSlice) => Promise<T>,
): Promise<T> {
  const file = new PcmFile(pcmPath);
  try {
    const start = Math.min(msToSamples(startMs), file.length);
    const end = Math.max(start, Math.min(msToSamples(endMs), file.length));
    return await use({ file, start, end, startMs, gain: speechGain(file, start, end, VOICE_LEVEL) });
  } finally {
    file.close();
  }
}

/** From times within a slice to times of the recording. */
export const shift = <T extends Interval>(interval: T, byMs: number): T => ({
  ...interval,
  startMs: interval.startMs + byMs,
  endMs: interval.endMs + byMs,
});
