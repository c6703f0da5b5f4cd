// Does a speaker keep one label when a recording is processed in pieces? An hour composed of read sentences by six of ten
// people, of whom three talk at a time, in pieces of four minutes and as a whole, for both rungs that need no network.
//   npm run bench -- speakers [--rung=local|embedded]
// Prints one table (Markdown) and exits with 1 when a bound is missed. Reads COLLOQUY_FIXTURES and COLLOQUY_MODELS.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngines, speechEnv } from '@colloquy/engines';
import { diarizationErrorRate, mergeTurns, planChunks } from '@colloquy/speech';
import { z } from 'zod';
import { composeTurns } from './speakers/compose.mjs';
import { countSwitches } from './speakers/label-switches.mjs';
import { randomness } from './search/corpus.mjs';
import { loadUtterances } from './speech/utterances.mjs';

const { comparable, matchVoices } = await import(
  new URL('../services/ingest/dist/processing/match-voices.js', import.meta.url)
);

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = resolve(root, process.env.COLLOQUY_FIXTURES ?? '../shared/fixtures');
const models = resolve(root, process.env.COLLOQUY_MODELS ?? '../shared/models');
const signal = new AbortController().signal;

const MINUTES = 60;
const CHUNK_MS = 4 * 60_000;
const SPEAKERS = 6;
const TALKING = 3;
const MAX_LOSS = 0.02;
const RUNGS = {
  local: { SPEECH_MODELS_DIR: models, DIARIZER: 'pyannote-segmentation-3.0' },
  embedded: { DIARIZER: 'embedded' },
};

const wanted = process.argv.find((argument) => argument.startsWith('--rung='))?.slice(7);
const rungs = Object.keys(RUNGS).filter((name) => !wanted || name === wanted);
if (rungs.length === 0) throw new Error(`--rung is one of: ${Object.keys(RUNGS).join(', ')}`);

/** As the worker does it: piece by piece, each told who was heard before. */
async function inPieces({ diarizer, detectSpeech }, whole) {
  const regions = await detectSpeech(whole, { signal });
  const chunks = planChunks(regions, whole.endMs, CHUNK_MS);
  const threshold = diarizer.embedder.similarityThreshold;
  let known = [];
  const turns = [];
  for (const chunk of chunks) {
    const heard = await diarizer.diarize({ ...whole, ...chunk }, { signal, references: comparable(known) });
    const matched = matchVoices(heard, known, { threshold, expectedSpeakers: null });
    known = matched.voices;
    turns.push(...matched.turns);
  }
  return { chunks, turns: mergeTurns(turns), speakers: known.length };
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;

async function measure(rung, whole, truth) {
  const engines = await openEngines(z.object(speechEnv).parse({ ...process.env, ...RUNGS[rung] }));
  try {
    const unchunked = await engines.diarizer.diarize(whole, { signal });
    const { chunks, turns, speakers } = await inPieces(engines, whole);
    const scoring = { uem: { startMs: 0, endMs: whole.endMs } };
    const before = diarizationErrorRate(truth, unchunked.turns, scoring);
    const after = diarizationErrorRate(truth, turns, scoring);
    const between = diarizationErrorRate(unchunked.turns, turns, scoring);
    const { switches, chances } = countSwitches(truth, turns, chunks);
    return {
      rung,
      model: engines.diarizer.info.model,
      isMissed: after.rate - before.rate > MAX_LOSS,
      cells: [
        percent(before.rate),
        percent(after.rate),
        `${((after.rate - before.rate) * 100).toFixed(1)} points`,
        percent(between.rate),
        `${switches} of ${chances}`,
        percent(after.confusionMs / after.referenceMs),
        `${unchunked.speakers.length}, ${speakers} / ${new Set(truth.map(({ speaker }) => speaker)).size}`,
      ],
    };
  } finally {
    await engines.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-speakers-'));
try {
  const utterances = await loadUtterances(fixtures, folder);
  const { pcm, turns: truth } = composeTurns(utterances, {
    durationMs: MINUTES * 60_000,
    speakers: SPEAKERS,
    talking: TALKING,
    random: randomness(11),
  });
  const pcmPath = join(folder, 'hour.pcm');
  writeFileSync(pcmPath, pcm);
  const whole = { pcmPath, startMs: 0, endMs: Math.floor(pcm.length / 32) };
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}`);
  const results = [];
  for (const rung of rungs) results.push(await measure(rung, whole, truth));
  const head = [
    'rung',
    'DER whole',
    'DER in pieces',
    'loss',
    'pieces against whole',
    'label switches',
    'wrong label',
    'speakers found whole, in pieces / true',
  ];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---'))].join('\n'));
  for (const { rung, model, cells } of results) console.log(line([`${rung}: ${model}`, ...cells]));
  if (results.some(({ isMissed }) => isMissed)) {
    console.error(`\na bound was missed: in pieces no more than ${MAX_LOSS * 100} points worse`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
