// How well and how fast the speech engines hear, on real and synthetic fixtures, for both rungs that need no network.
//   npm run bench -- speech [--rung=local|embedded] [--quick]
// Prints one table (Markdown) and exits with 1 when a floor is missed. Reads COLLOQUY_FIXTURES and COLLOQUY_MODELS.
// --quick leaves out the two-hour file, which takes about five minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureDirect } from './speech/direct.mjs';
import { loadFixtures } from './speech/fixtures.mjs';
import { measureLong } from './speech/long.mjs';
import { measureRung } from './speech/rung.mjs';
import { measureShort } from './speech/short.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = resolve(root, process.env.COLLOQUY_FIXTURES ?? '../shared/fixtures');
const models = resolve(root, process.env.COLLOQUY_MODELS ?? '../shared/models');

const RUNGS = {
  local: {
    env: { SPEECH_MODELS_DIR: models, RECOGNIZER: 'zipformer-3m', DIARIZER: 'pyannote-segmentation-3.0' },
    floors: {
      'WER human': 0.25,
      'DER AMI': 0.36,
      'DER convL2': 0.25,
      'DER convL3': 0.25,
      'RTF per core': 0.08,
      'chain / direct': 1.1,
      'memory, 2 h': 700,
    },
  },
  embedded: {
    env: { RECOGNIZER: 'pocketsphinx', DIARIZER: 'embedded' },
    floors: {
      'WER human': 0.56,
      'WER synF2/F3': 0.15,
      'DER AMI': 0.51,
      'DER convL2': 0.2,
      'DER convL3': 0.2,
      'DER synF2': 0.08,
      'DER synF3': 0.08,
      'RTF per core': 0.35,
    },
  },
};

const wanted = process.argv.find((argument) => argument.startsWith('--rung='))?.slice(7);
const rungs = Object.keys(RUNGS).filter((name) => !wanted || name === wanted);
if (rungs.length === 0) throw new Error(`--rung is one of: ${Object.keys(RUNGS).join(', ')}`);

const rows = [];
let missed = 0;
function add(rung, { measure, value, shown, detail }) {
  const floor = RUNGS[rung].floors[measure];
  const isMissed = floor !== undefined && !(value <= floor);
  if (isMissed) missed++;
  const isRate = /^(?:(?:cp)?WER|DER)/.test(measure);
  const bound = floor === undefined ? '' : `≤ ${isRate ? `${Math.round(floor * 100)} %` : floor}`;
  rows.push([rung, measure, shown, bound, isMissed ? 'MISSED' : bound && 'ok', detail]);
}

function printTable(head) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}

const folder = mkdtempSync(join(tmpdir(), 'bench-speech-'));
try {
  const loaded = await loadFixtures(fixtures, folder);
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}`);
  for (const rung of rungs) {
    const { measures, engines } = await measureRung(RUNGS[rung].env, loaded);
    console.log(`${rung}: ${engines}`);
    for (const measure of measures) add(rung, measure);
    for (const measure of await measureShort(RUNGS[rung].env, fixtures, folder)) add(rung, measure);
  }
  if (rungs.includes('local')) {
    const recordings = loaded.filter(({ name }) => name.startsWith('conv')).map(({ audio }) => audio[0]);
    add('local', await measureDirect({ models, recordings, folder }));
    if (!process.argv.includes('--quick'))
      for (const measure of await measureLong({ models, recordings, folder })) add('local', measure);
  }
  console.log();
  printTable(['rung', 'measure', 'value', 'floor', '', 'detail']);
  if (missed > 0) console.error(`\n${missed} floor(s) missed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);
