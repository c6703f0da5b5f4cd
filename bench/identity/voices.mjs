// The voices of people as the product hears them, by the embedder of a diarizer.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeAudio } from '@colloquy/engines';

const signal = new AbortController().signal;
const BYTES_PER_MS = 32;

/** `{vector, speechMs}` of some audio that one person speaks; null without speech. */
export async function voiceOf(engines, pcm, folder) {
  const pcmPath = join(folder, 'voice.pcm');
  writeFileSync(pcmPath, pcm);
  const slice = { pcmPath, startMs: 0, endMs: Math.floor(pcm.length / BYTES_PER_MS) };
  const stretches = await engines.detectSpeech(slice, { signal });
  if (stretches.length === 0) return null;
  const [vector] = await engines.embedVoices(slice, [{ stretches }], { signal });
  const speechMs = stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  return { vector, speechMs };
}

/** The speakers of a whole recording, as diarized. */
export async function speakersOf(engines, path, folder) {
  const pcmPath = join(folder, 'call.pcm');
  const { durationMs } = await decodeAudio(path, pcmPath, {
    signal,
    maxDurationMs: 600_000,
    durationMs: null,
  });
  const heard = await engines.diarizer.diarize({ pcmPath, startMs: 0, endMs: durationMs }, { signal });
  return heard.speakers;
}
