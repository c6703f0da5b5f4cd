import type { Interval } from '@colloquy/speech';
import { meanSquare, normalizeLevel } from '../media/level.ts';
import { msToSamples, samplesToMs, type PcmFile } from '../media/pcm-file.ts';
import type { Utterance } from './utterances.ts';

/** Recognisers hear every region at this level: a quiet telephone voice went from 90 to 47 % word errors. */
const SPEECH_LEVEL = 0.2;
const MAX_GAIN = 30;
const FRAME_MS = 100;

/** The utterance's samples, each piece at the same level. */
export function readUtterance(file: PcmFile, utterance: Utterance): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(msToSamples(utterance.durationMs) + 1);
  for (const { startMs, endMs, offsetMs } of utterance.pieces) {
    const piece = file.read(msToSamples(startMs), msToSamples(endMs));
    samples.set(
      normalizeLevel(piece, SPEECH_LEVEL, MAX_GAIN).subarray(0, samples.length - msToSamples(offsetMs)),
      msToSamples(offsetMs),
    );
  }
  return samples;
}

/** Cuts regions longer than `maxMs` at their quietest moments, which is where a breath is likely. */
export function splitLongRegions(file: PcmFile, regions: readonly Interval[], maxMs: number): Interval[] {
  return regions.flatMap((region) => {
    const parts: Interval[] = [];
    let startMs = region.startMs;
    while (region.endMs - startMs > maxMs) {
      const cutMs = quietestMs(file, startMs + maxMs / 2, startMs + maxMs);
      parts.push({ startMs, endMs: cutMs });
      startMs = cutMs;
    }
    return [...parts, { startMs, endMs: region.endMs }];
  });
}

function quietestMs(file: PcmFile, fromMs: number, toMs: number): number {
  const samples = file.read(msToSamples(fromMs), msToSamples(toMs));
  const frame = msToSamples(FRAME_MS);
  let best = { energy: Infinity, at: samples.length };
  for (let i = 0; i + frame <= samples.length; i += frame) {
    const energy = meanSquare(samples.subarray(i, i + frame));
    if (energy < best.energy) best = { energy, at: i + frame / 2 };
  }
  return Math.round(fromMs) + samplesToMs(best.at);
}
