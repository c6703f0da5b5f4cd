// Read sentences of ten people, decoded.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeAudio } from '@colloquy/engines';

const signal = new AbortController().signal;

/** `Map` of speaker to the PCM of each utterance (16 kHz, 16 bit). */
export async function loadUtterances(fixtures, folder) {
  const source = join(fixtures, 'libri_10spk');
  const pcmPath = join(folder, 'utterance.pcm');
  const utterances = new Map();
  for (const file of readdirSync(source).filter((name) => name.endsWith('.flac'))) {
    const speaker = file.split('-')[0];
    await decodeAudio(join(source, file), pcmPath, { signal, maxDurationMs: 600_000, durationMs: null });
    utterances.set(speaker, [...(utterances.get(speaker) ?? []), readFileSync(pcmPath)]);
  }
  return utterances;
}
