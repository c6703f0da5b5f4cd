import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpeakerEmbedder } from '../ports.ts';
import { verifyFile } from './verify-model.ts';

const SILERO_SHA256 = '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3';
const SPEAKER_96_SHA256 = '887a97f3c0092ac8868af2a8d711c7b88f49662ec44bd393fa17fe2b6c383bc0';

/** Vectors of the embedder that comes with Colloquy, and when two of them are one voice. */
export const SPEAKER_96: SpeakerEmbedder & { mergeSimilarity: number } = {
  model: 'speaker-96',
  dimensions: 96,
  similarityThreshold: 0.6,
  mergeSimilarity: 0.25,
};

/** Silero VAD v6 (MIT), from the npm package @ricky0123/vad-web. */
export async function sileroModel(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@ricky0123/vad-web');
  return verifyFile(join(dirname(main), 'silero_vad_v6.onnx'), SILERO_SHA256);
}

/** The speaker embedder in this package; see `models/speaker-96/ATTRIBUTION.md`. */
export async function speaker96Model(): Promise<string> {
  return verifyFile(
    fileURLToPath(new URL('../../models/speaker-96/model.onnx', import.meta.url)),
    SPEAKER_96_SHA256,
  );
}
