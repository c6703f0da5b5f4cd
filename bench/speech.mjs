// How well and how fast the speech engines hear, on real and synthetic fixtures, for both rungs that need no network.
//   npm run bench -- speech [--long] [--rung=local|embedded]
// Prints one table and exits with 1 when a floor is missed. Reads COLLOQUY_FIXTURES and COLLOQUY_MODELS.
// --long adds a two-hour file, cut into chunks as the worker does it, and the memory it takes.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeAudio, openEngines, probeAudio, speechEnv } from '@colloquy/engines';
import {
  diarizationErrorRate,
  mergeTurns,
  parseRttm,
  segmentsFromWords,
  totalDiarizationError,
  totalWordErrors,
  wordErrorRate,
} from '@colloquy/speech';
import { z } from 'zod';
import { measureDirect } from './speech-direct.mjs';
import { measureLong } from './speech-long.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = resolve(root, process.env.COLLOQUY_FIXTURES ?? '../shared/fixtures');
const models = resolve(root, process.env.COLLOQUY_MODELS ?? '../shared/models');
const folder = mkdtempSync(join(tmpdir(), 'bench-speech-'));
const signal = new AbortController().signal;
const percent = (rate) => `${(rate * 100).toFixed(1)} %`;

const CONVERSATIONS = ['convL2', 'convL3'];
const SYNTHETIC = ['synF2', 'synF3'];
const RUNGS = {
  local: {
    env: { SPEECH_MODELS_DIR: models, RECOGNIZER: 'zipformer-3m', DIARIZER: 'pyannote-segmentation-3.0' },
    floors: { 'WER human': 0.25, 'DER AMI': 0.36, 'DER convL2': 0.25, 'DER convL3': 0.25, RTF: 0.08 },
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
      RTF: 0.35,
    },
  },
};

/** `{name, group, audio: [{pcmPath, durationMs}], rttm, text}` with everything decoded once. */
async function loadFixtures() {
  const manifest = JSON.parse(readFileSync(join(fixtures, 'manifest.json'), 'utf8'));
  const loaded = [];
  for (const { name, files } of manifest) {
    const read = (file) =>
      existsSync(join(fixtures, name, file)) ? readFileSync(join(fixtures, name, file), 'utf8') : null;
    const rttm = read('ref.rttm');
    // Numerals that number the sonnets are not read out.
    const text = read('ref.txt')?.replace(/^(I|II|III) (?=[A-Z])/, '') ?? null;
    if (!rttm && !text) continue;
    const isMeeting = name.startsWith('ami');
    const audio = [];
    for (const [i, { file }] of files.entries()) {
      const pcmPath = join(folder, `${name}-${i}.pcm`);
      const path = join(fixtures, name, file);
      const probe = await probeAudio(path, { signal });
      const started = performance.now();
      const { durationMs } = await decodeAudio(path, pcmPath, {
        signal,
        maxDurationMs: 7_200_000,
        durationMs: probe.durationMs,
      });
      // Of the meetings only the first 30 s are annotated.
      audio.push({
        pcmPath,
        startMs: 0,
        endMs: isMeeting ? Math.min(30_000, durationMs) : durationMs,
        decodeSeconds: (performance.now() - started) / 1000,
      });
    }
    loaded.push({
      name,
      group: isMeeting ? 'AMI' : name,
      audio,
      rttm: rttm && mergeTurns(parseRttm(rttm), 50),
      text,
    });
  }
  return loaded;
}

async function measureRung(name, loaded) {
  const { env, floors } = RUNGS[name];
  const engines = await openEngines(z.object(speechEnv).parse({ ...process.env, ...env }));
  const diarization = {};
  const words = { human: [], 'synF2/F3': [] };
  const counts = [];
  let seconds = 0;
  let audioSeconds = 0;
  for (const fixture of loaded) {
    let heard = '';
    for (const slice of fixture.audio) {
      const started = performance.now();
      const { turns, regions, speakers } = await engines.diarizer.diarize(slice, { signal });
      const { words: said } = await engines.recognizer.recognize(slice, regions, { signal });
      const segments = segmentsFromWords(said, turns);
      seconds += (performance.now() - started) / 1000 + slice.decodeSeconds;
      audioSeconds += (slice.endMs - slice.startMs) / 1000;
      heard += ` ${segments.map((segment) => segment.text).join(' ')}`;
      if (!fixture.rttm) continue;
      const uem = { startMs: 0, endMs: slice.endMs };
      const truth = fixture.rttm.filter((turn) => turn.startMs < slice.endMs);
      (diarization[fixture.group] ??= { exact: [], collar: [] }).exact.push(
        diarizationErrorRate(truth, turns, { uem }),
      );
      diarization[fixture.group].collar.push(diarizationErrorRate(truth, turns, { uem, collarMs: 250 }));
      counts.push(`${fixture.name} ${speakers.length}/${new Set(truth.map((turn) => turn.speaker)).size}`);
    }
    if (!fixture.text) continue;
    const group = SYNTHETIC.includes(fixture.name)
      ? 'synF2/F3'
      : fixture.name.startsWith('syn')
        ? null
        : 'human';
    if (group) words[group].push(wordErrorRate(fixture.text, heard));
  }
  await engines.close();
  const results = { RTF: { value: seconds / audioSeconds, shown: (seconds / audioSeconds).toFixed(3) } };
  for (const [group, errors] of Object.entries(words)) {
    const { rate, referenceWords } = totalWordErrors(errors);
    results[`WER ${group}`] = { value: rate, shown: `${percent(rate)} of ${referenceWords} words` };
  }
  for (const [group, { exact, collar }] of Object.entries(diarization)) {
    const total = totalDiarizationError(exact);
    const share = (ms) => ((ms / total.referenceMs) * 100).toFixed(1);
    results[`DER ${group}`] = {
      value: total.rate,
      shown: `${percent(total.rate)} (missed ${share(total.missedMs)}, false ${share(total.falseAlarmMs)}, confused ${share(total.confusionMs)}; 0.25 s collar ${percent(totalDiarizationError(collar).rate)})`,
    };
  }
  return {
    results,
    floors,
    counts,
    info: { recognizer: engines.recognizer.info.model, diarizer: engines.diarizer.info.model },
  };
}

let missed = 0;
function row(rung, measure, shown, value, floor) {
  const verdict = floor === undefined ? '' : value <= floor ? `≤ ${floor} ✓` : `≤ ${floor} MISSED`;
  if (verdict.endsWith('MISSED')) missed++;
  console.log(`${rung.padEnd(10)}${measure.padEnd(22)}${shown.padEnd(76)}${verdict}`);
}

const wanted = process.argv.find((argument) => argument.startsWith('--rung='))?.slice(7);
try {
  if (!existsSync(join(fixtures, 'manifest.json')))
    throw new Error(`No fixtures in ${fixtures}: set COLLOQUY_FIXTURES.`);
  const loaded = await loadFixtures();
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}\n`);
  for (const rung of Object.keys(RUNGS).filter((name) => !wanted || name === wanted)) {
    const { results, floors, counts, info } = await measureRung(rung, loaded);
    console.log(`\n${rung}: ${info.recognizer}; ${info.diarizer}. Speakers found/true: ${counts.join(', ')}`);
    for (const [measure, { shown, value }] of Object.entries(results).sort(([a], [b]) => a.localeCompare(b)))
      row(rung, measure, shown, value, floors[measure]);
  }
  if (!wanted || wanted === 'local') {
    const { direct, chain } = await measureDirect({
      models,
      recording: join(fixtures, CONVERSATIONS[1], 'convL3.flac'),
      folder,
    });
    row(
      'local',
      'chain / direct',
      `${(chain / direct).toFixed(3)} (${chain.toFixed(2)} s through the ports, ${direct.toFixed(2)} s in one process)`,
      chain / direct,
      1.1,
    );
    if (process.argv.includes('--long')) {
      const { hours, seconds, peakMB, speakers } = await measureLong({
        models,
        recordings: loaded.filter(({ name }) => CONVERSATIONS.includes(name)).map(({ audio }) => audio[0]),
        folder,
      });
      row(
        'local',
        `${hours} h file, RSS`,
        `${peakMB.toFixed(0)} MB caller and engine processes at their peak, ${seconds.toFixed(0)} s, ${speakers} speakers`,
        peakMB,
        700,
      );
    }
  }
  if (missed > 0) console.error(`\n${missed} floor(s) missed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);
