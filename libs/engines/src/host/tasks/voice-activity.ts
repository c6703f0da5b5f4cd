import type { Interval } from '@colloquy/speech';
import sherpa from 'sherpa-onnx-node';
import { samplesToMs, SAMPLE_RATE, type PcmFile } from '../../media/pcm-file.ts';
import type { Breathe } from '../host.protocol.ts';

/** Silero's window at 16 kHz. */
const WINDOW = 512;
const BLOCK = WINDOW * 256;

/** Generous towards quiet speech, and bridging pauses inside a sentence. */
const SETTINGS = {
  threshold: 0.35,
  minSilenceDuration: 0.4,
  minSpeechDuration: 0.2,
  windowSize: WINDOW,
  maxSpeechDuration: 10_000,
};

/**
 * Where speech is in samples `[start, end)`, in ms from `start` (Silero VAD v6). The file is read in blocks, raised by
 * `gain`. `model` must exist: sherpa-onnx finds no speech at all with a missing file.
 */
export async function findSpeech(
  file: PcmFile,
  start: number,
  end: number,
  { model, gain, breathe }: { model: string; gain: number; breathe: Breathe },
): Promise<Interval[]> {
  const vad = new sherpa.Vad(
    { sileroVad: { model, ...SETTINGS }, sampleRate: SAMPLE_RATE, numThreads: 1, debug: 0 },
    60,
  );
  const regions: Interval[] = [];
  const collect = () => {
    for (; !vad.isEmpty(); vad.pop()) {
      const { start: from, samples } = vad.front(false);
      regions.push({ startMs: samplesToMs(from), endMs: samplesToMs(from + samples.length) });
    }
  };
  for (let from = start; from + WINDOW <= end; from += BLOCK) {
    const block = file.read(from, Math.min(end, from + BLOCK), gain);
    for (let i = 0; i + WINDOW <= block.length; i += WINDOW)
      vad.acceptWaveform(block.subarray(i, i + WINDOW));
    collect();
    await breathe((from - start) / (end - start));
  }
  vad.flush();
  collect();
  return regions;
}
