import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Every engine reads 16 kHz mono signed 16-bit little-endian samples. */
export const SAMPLE_RATE = 16_000;
export const BYTES_PER_SAMPLE = 2;

export const msToSamples = (ms: number): number => Math.round((ms * SAMPLE_RATE) / 1000);
export const samplesToMs = (samples: number): number => Math.round((samples * 1000) / SAMPLE_RATE);

/**
 * Random access to a raw PCM file, so that an hour of audio is never in memory at once.
 * Reads are synchronous: it is used in engine processes, which do one thing at a time.
 */
export class PcmFile {
  readonly #fd: number;
  /** Length of the file in samples. */
  readonly length: number;

  constructor(path: string) {
    this.#fd = openSync(path, 'r');
    this.length = Math.floor(fstatSync(this.#fd).size / BYTES_PER_SAMPLE);
  }

  /** Samples `[start, end)` scaled to −1…1, multiplied by `gain` and clipped; what lies outside the file is left out. */
  read(start: number, end: number, gain = 1): Float32Array<ArrayBuffer> {
    const from = Math.max(0, Math.min(start, this.length));
    const to = Math.max(from, Math.min(end, this.length));
    const bytes = Buffer.alloc((to - from) * BYTES_PER_SAMPLE);
    const read = readSync(this.#fd, bytes, 0, bytes.length, from * BYTES_PER_SAMPLE);
    const samples = new Float32Array(Math.floor(read / BYTES_PER_SAMPLE));
    for (let i = 0; i < samples.length; i++)
      samples[i] = Math.max(-1, Math.min(1, (bytes.readInt16LE(i * BYTES_PER_SAMPLE) / 32_768) * gain));
    return samples;
  }

  close(): void {
    closeSync(this.#fd);
  }
}
