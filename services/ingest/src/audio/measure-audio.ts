import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

const SAMPLE_RATE = 16_000;
const BYTES_PER_SAMPLE = 2;
export const FRAME_MS = 20;
const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000;

/** A waveform is never wider than a few screens. */
const MAX_PEAKS = 6_000;
const MIN_PEAK_MS = 20;

export interface AudioMeasures {
  durationMs: number;
  /** Greatest amplitude of each of equally long stretches, 0 to 1, three decimals. */
  peaks: number[];
  /** Root mean square of each 20 ms frame, 0 to 1. */
  levels: Float32Array;
}

/** Reads 16 kHz mono s16le once, in pieces, whatever its length. */
export async function measureAudio(pcmPath: string, signal: AbortSignal): Promise<AudioMeasures> {
  const { size } = await stat(pcmPath);
  const samples = Math.floor(size / BYTES_PER_SAMPLE);
  const durationMs = Math.floor((samples * 1000) / SAMPLE_RATE);
  const peaks = new Float32Array(Math.max(1, Math.min(MAX_PEAKS, Math.ceil(durationMs / MIN_PEAK_MS))));
  const levels = new Float32Array(Math.ceil(samples / FRAME_SAMPLES));
  const samplesPerPeak = Math.max(1, Math.ceil(samples / peaks.length));
  let index = 0;
  for await (const block of wholeSamples(pcmPath, signal)) {
    for (let i = 0; i < block.length; i++, index++) {
      const value = (block[i] ?? 0) / 32_768;
      const frame = (index / FRAME_SAMPLES) | 0;
      const peak = (index / samplesPerPeak) | 0;
      levels[frame] = (levels[frame] ?? 0) + value * value;
      if (Math.abs(value) > (peaks[peak] ?? 0)) peaks[peak] = Math.abs(value);
    }
  }
  return {
    durationMs,
    peaks: Array.from(peaks, (peak) => Math.round(peak * 1000) / 1000),
    levels: levels.map((squares) => Math.sqrt(squares / FRAME_SAMPLES)),
  };
}

/** A file's pieces may end in the middle of a sample: the odd byte goes to the next one. */
async function* wholeSamples(path: string, signal: AbortSignal): AsyncIterable<Int16Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const count = bytes.length >> 1;
    // A copy, because a 16-bit view must start at an even address.
    yield new Int16Array(new Uint8Array(bytes.subarray(0, count * 2)).buffer);
    rest = bytes.subarray(count * 2);
  }
}
