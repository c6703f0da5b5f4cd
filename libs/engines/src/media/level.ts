import type { PcmFile } from './pcm-file.ts';

/** 25 ms at 16 kHz. */
const FRAME = 400;
const BLOCK = FRAME * 400;

/**
 * The gain that brings the loudest 30 % of 25 ms frames of samples `[start, end)` to RMS `target`; at most `maxGain`.
 * Loud frames are speech, so pauses do not count: a quiet speaker with long silences is raised as much as a busy one.
 */
export function speechGain(file: PcmFile, start: number, end: number, target: number, maxGain = 100): number {
  const energies: number[] = [];
  for (let from = start; from < end; from += BLOCK) {
    const samples = file.read(from, Math.min(end, from + BLOCK));
    for (let i = 0; i + FRAME <= samples.length; i += FRAME)
      energies.push(meanSquare(samples.subarray(i, i + FRAME)));
  }
  energies.sort((a, b) => b - a);
  const loud = energies.slice(0, Math.max(1, Math.floor(energies.length * 0.3)));
  const power = loud.reduce((total, energy) => total + energy, 0) / loud.length;
  return Math.min(maxGain, target / Math.sqrt((power || 0) + 1e-12));
}

/** Samples scaled to RMS `target`, clipped; at most `maxGain` times louder. */
export function normalizeLevel(
  samples: Float32Array<ArrayBuffer>,
  target: number,
  maxGain = 100,
): Float32Array<ArrayBuffer> {
  const gain = Math.min(maxGain, target / Math.sqrt(meanSquare(samples) + 1e-12));
  return samples.map((value) => Math.max(-1, Math.min(1, value * gain)));
}

export function meanSquare(samples: Float32Array): number {
  let sum = 0;
  for (const value of samples) sum += value * value;
  return samples.length === 0 ? 0 : sum / samples.length;
}
