// The built worker with engines that do as `SCRIPT` (a JSON file, read at every call) says:
//   { "recognizeMs": 300, "failure": "transient" | "permanent" | "die" | null, "at": 60000 }
// `at` limits the failure to the piece that begins there. Every call is written down in `CALLS`.
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '@colloquy/engines';
import { readWorkerEnv } from '../dist/env.js';
import { startWorker } from '../dist/start-worker.js';

const { SCRIPT, CALLS } = process.env;
const VOICES = [
  [1, 0, 0],
  [0, 1, 0],
];
const TURN_MS = 5_000;

/** Two people in turn; which one is called `a` differs from piece to piece, as with real diarizers. */
async function diarize(slice, { signal, onProgress, references }) {
  const script = JSON.parse(readFileSync(SCRIPT, 'utf8'));
  appendFileSync(CALLS, `diarize ${slice.startMs} ${references.map(({ label }) => label)}\n`);
  onProgress?.(0.5);
  await sleep(script.diarizeMs ?? 10, undefined, { signal });
  const turns = [];
  for (let startMs = slice.startMs; startMs < slice.endMs; startMs += TURN_MS) {
    const who = Math.floor(startMs / TURN_MS) % 2;
    turns.push({ who, startMs, endMs: Math.min(slice.endMs, startMs + TURN_MS) });
  }
  const order = [...new Set(turns.map(({ who }) => who))];
  const labelOf = (who) => 'ab'[order.indexOf(who)];
  return {
    turns: turns.map(({ who, ...turn }) => ({ ...turn, speaker: labelOf(who) })),
    regions: [{ startMs: slice.startMs, endMs: slice.endMs }],
    speakers: order.map((who) => ({ label: labelOf(who), vector: VOICES[who], speechMs: 10_000 })),
    seconds: 0.01,
  };
}

async function recognize(slice, _regions, { signal, onProgress }) {
  const { recognizeMs = 50, failure = null, at = slice.startMs } = JSON.parse(readFileSync(SCRIPT, 'utf8'));
  appendFileSync(CALLS, `recognize ${slice.startMs}\n`);
  for (let i = 0; i < 10; i++) {
    onProgress?.(i / 10);
    await sleep(recognizeMs / 10, undefined, { signal });
  }
  if (failure && at === slice.startMs) {
    if (failure === 'die') process.kill(process.pid, 'SIGKILL');
    throw new EngineError(`SCRIPTED_${failure.toUpperCase()}`, 'The engine was told to fail.', {
      transient: failure === 'transient',
      recovery: ['Tell it not to.'],
    });
  }
  const words = [];
  for (let startMs = slice.startMs; startMs + 400 <= slice.endMs; startMs += 500) {
    words.push({ text: `w${startMs}`, startMs, endMs: startMs + 400, confidence: 0.9 });
  }
  return { words, language: 'en', seconds: recognizeMs / 1000 };
}

/** The voice of whoever speaks first in the stretch. */
async function embedVoices(_slice, voices, { signal }) {
  const { embedMs = 10, embedFailure = null } = JSON.parse(readFileSync(SCRIPT, 'utf8'));
  appendFileSync(CALLS, `embed ${voices.map(({ stretches }) => stretches[0].startMs)}\n`);
  await sleep(embedMs, undefined, { signal });
  if (embedFailure) throw new EngineError(embedFailure, 'The engine was told to fail.');
  return voices.map(({ stretches }) => VOICES[Math.floor(stretches[0].startMs / TURN_MS) % 2]);
}

const info = (engine) => ({ engine, model: 'scripted', version: '1' });
await startWorker(readWorkerEnv(), async () => ({
  recognizer: { info: info('recognizer'), recognize },
  diarizer: {
    info: info('diarizer'),
    embedder: { model: 'scripted', dimensions: 3, similarityThreshold: 0.5 },
    diarize,
  },
  embedVoices,
  close: async () => undefined,
}));
