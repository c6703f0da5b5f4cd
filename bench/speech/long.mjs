// A two-hour file made of the conversations again and again, cut at silences and processed chunk by chunk as the worker
// does it; samples the memory of this process and of every engine process together.
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngines, speechEnv } from '@colloquy/engines';
import { assignSpeakers, planChunks } from '@colloquy/speech';
import { z } from 'zod';

const HOURS = 2;
const CHUNK_MS = 10 * 60_000;
/** In the two conversations together. */
const VOICES = 5;
const signal = new AbortController().signal;

async function compose(recordings, path) {
  const parts = await Promise.all(recordings.map(({ pcmPath }) => readFile(pcmPath)));
  const out = createWriteStream(path);
  for (let bytes = 0, i = 0; bytes < HOURS * 3_600 * 32_000; i++) {
    const part = parts[i % parts.length];
    bytes += part.length;
    if (!out.write(part)) await new Promise((resolve) => out.once('drain', resolve));
  }
  await new Promise((resolve) => out.end(resolve));
  return Math.floor((await stat(path)).size / 32);
}

/** Resident memory of this process and of its descendants, MB (Linux). */
function residentMB() {
  const parents = new Map();
  const resident = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(pid, /PPid:\s+(\d+)/.exec(status)?.[1]);
      resident.set(pid, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It ended in the meantime.
    }
  }
  const isOurs = (pid) => pid === String(process.pid) || (parents.has(pid) && isOurs(parents.get(pid)));
  const own = resident.get(String(process.pid)) ?? 0;
  const all = [...resident].reduce((total, [pid, mb]) => total + (isOurs(pid) ? mb : 0), 0);
  return { own, engines: all - own };
}

export async function measureLong({ models, recordings, folder }) {
  const pcmPath = join(folder, 'long.pcm');
  const durationMs = await compose(recordings, pcmPath);
  const speech = await openEngines(
    z.object(speechEnv).parse({
      ...process.env,
      SPEECH_MODELS_DIR: models,
      RECOGNIZER: 'zipformer-3m',
      DIARIZER: 'pyannote-segmentation-3.0',
    }),
  );
  const peak = { together: 0, own: 0, engines: 0 };
  const timer = setInterval(() => {
    const { own, engines } = residentMB();
    peak.together = Math.max(peak.together, own + engines);
    peak.own = Math.max(peak.own, own);
    peak.engines = Math.max(peak.engines, engines);
  }, 250);
  const started = performance.now();
  const silences = await speech.detectSpeech({ pcmPath, startMs: 0, endMs: durationMs }, { signal });
  let references = [];
  for (const chunk of planChunks(silences, durationMs, CHUNK_MS)) {
    const slice = { pcmPath, ...chunk };
    const { regions, speakers } = await speech.diarizer.diarize(slice, { signal });
    await speech.recognizer.recognize(slice, regions, { signal });
    const assigned = assignSpeakers({
      references,
      local: speakers,
      threshold: speech.diarizer.embedder.similarityThreshold,
    });
    const unknown = speakers.filter((_, i) => assigned[i].reference === null);
    references = [
      ...references,
      ...unknown.map(({ vector }, i) => ({ vector, label: `SPEAKER_${references.length + i}` })),
    ];
  }
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  await speech.close();
  return {
    measure: `memory, ${HOURS} h`,
    value: peak.together,
    shown: `${peak.together.toFixed(0)} MB`,
    detail: `resident at the peak, caller (${peak.own.toFixed(0)}) and engine processes (${peak.engines.toFixed(0)}) together; ${seconds.toFixed(0)} s; speakers found/true ${references.length}/${VOICES}`,
  };
}
