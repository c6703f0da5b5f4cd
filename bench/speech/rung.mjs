// One rung of the ladder over all fixtures: word and diarization error rates, and how long it takes.
import { openEngines, speechEnv } from '@colloquy/engines';
import {
  concatenatedWordErrorRate,
  diarizationErrorRate,
  segmentsFromWords,
  totalDiarizationError,
  totalWordErrors,
  wordErrorRate,
} from '@colloquy/speech';
import { z } from 'zod';
import { textBySpeaker } from './fixtures.mjs';

const signal = new AbortController().signal;
const percent = (rate) => `${(rate * 100).toFixed(1)} %`;
const COLLAR_MS = 250;

/** `[{measure, value, shown, detail}]`: rates as fractions; RTF as wall-clock time over audio time, one engine at a time on one thread. */
export async function measureRung(env, fixtures) {
  const engines = await openEngines(z.object(speechEnv).parse({ ...process.env, ...env }));
  const scored = [];
  let seconds = 0;
  let audioSeconds = 0;
  for (const fixture of fixtures) {
    const result = await transcribe(engines, fixture);
    seconds += result.seconds;
    audioSeconds += result.audioSeconds;
    scored.push({ ...fixture, ...result });
  }
  await engines.close();
  const measures = [
    ...wordErrors('WER human', scored, ({ kind }) => kind === 'human'),
    ...wordErrors('WER synF2/F3', scored, ({ name }) => /^synF[23]$/.test(name)),
    ...wordErrors('WER synM4', scored, ({ name }) => name === 'synM4'),
    ...wordErrors('cpWER synF2/F3', scored, ({ name }) => /^synF[23]$/.test(name), 'cpWer'),
    ...diarizationErrors('DER AMI', scored, ({ kind }) => kind === 'AMI'),
    ...scored
      .filter(({ kind, rttm }) => rttm && kind !== 'AMI')
      .flatMap(({ name }) => diarizationErrors(`DER ${name}`, scored, (other) => other.name === name)),
    {
      measure: 'RTF per core',
      value: seconds / audioSeconds,
      shown: (seconds / audioSeconds).toFixed(3),
      detail: `${seconds.toFixed(0)} s for ${audioSeconds.toFixed(0)} s of audio, decoding included`,
    },
  ];
  return {
    measures,
    engines: `${engines.recognizer.info.engine} ${engines.recognizer.info.version}, ${engines.recognizer.info.model}; ${engines.diarizer.info.model}`,
  };
}

async function transcribe(engines, { audio, rttm, text, said }) {
  const result = { seconds: 0, audioSeconds: 0, der: [], collar: [], voices: [] };
  const heard = [];
  for (const slice of audio) {
    const started = performance.now();
    const { turns, regions, speakers } = await engines.diarizer.diarize(slice, { signal });
    const { words } = await engines.recognizer.recognize(slice, regions, { signal });
    const segments = segmentsFromWords(words, turns);
    result.seconds += (performance.now() - started) / 1000 + slice.decodeSeconds;
    result.audioSeconds += (slice.endMs - slice.startMs) / 1000;
    heard.push(...segments);
    if (!rttm) continue;
    const uem = { startMs: 0, endMs: slice.endMs };
    const truth = rttm.filter((turn) => turn.startMs < slice.endMs);
    result.der.push(diarizationErrorRate(truth, turns, { uem }));
    result.collar.push(diarizationErrorRate(truth, turns, { uem, collarMs: COLLAR_MS }));
    result.voices.push(`${speakers.length}/${new Set(truth.map((turn) => turn.speaker)).size}`);
  }
  return {
    ...result,
    wer: text && wordErrorRate(text, heard.map((segment) => segment.text).join(' ')),
    cpWer: said && concatenatedWordErrorRate(said, textBySpeaker(heard)),
  };
}

function wordErrors(measure, scored, wanted, kind = 'wer') {
  const own = scored.filter((fixture) => fixture[kind] && wanted(fixture));
  if (own.length === 0) return [];
  const { rate, referenceWords } = totalWordErrors(own.map((fixture) => fixture[kind]));
  const each = own.map((fixture) => `${fixture.name} ${(fixture[kind].rate * 100).toFixed(1)}`).join(', ');
  return [{ measure, value: rate, shown: percent(rate), detail: `${referenceWords} words: ${each}` }];
}

function diarizationErrors(measure, scored, wanted) {
  const own = scored.filter((fixture) => fixture.rttm && wanted(fixture));
  if (own.length === 0) return [];
  const total = totalDiarizationError(own.flatMap(({ der }) => der));
  const collar = totalDiarizationError(own.flatMap((fixture) => fixture.collar));
  const share = (ms) => ((ms / total.referenceMs) * 100).toFixed(1);
  return [
    {
      measure,
      value: total.rate,
      shown: percent(total.rate),
      detail: `missed ${share(total.missedMs)}, false ${share(total.falseAlarmMs)}, confused ${share(total.confusionMs)}; 0.25 s collar ${percent(collar.rate)}; speakers found/true ${own.flatMap(({ voices }) => voices).join(' ')}`,
    },
  ];
}
