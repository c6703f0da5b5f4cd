// Short conversations (15–45 s) composed of read sentences by ten people: is the number of speakers found without a hint?
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngines, speechEnv } from '@colloquy/engines';
import { diarizationErrorRate, totalDiarizationError } from '@colloquy/speech';
import { z } from 'zod';
import { randomness } from '../search/corpus.mjs';
import { loadUtterances } from './utterances.mjs';

const signal = new AbortController().signal;
const LENGTHS_SECONDS = [15, 30, 45];
const SPEAKERS = [1, 2, 2, 2, 3];
const ROUNDS = 4;
const TURN_SECONDS = [2.5, 10];
const PAUSE_MS = [250, 750];
const BYTES_PER_MS = 32;

function compose(utterances, { seconds, speakers, random }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const between = ([least, most]) => least + random() * (most - least);
  const present = [];
  while (present.length < speakers) {
    const speaker = pick([...utterances.keys()]);
    if (!present.includes(speaker)) present.push(speaker);
  }
  const parts = [];
  const turns = [];
  let atMs = 0;
  while (atMs < seconds * 1000 || turns.length < speakers) {
    const others = present.filter((speaker) => speakers === 1 || speaker !== turns.at(-1)?.speaker);
    const speaker = present[turns.length] ?? pick(others);
    const bytes = Math.round(between(TURN_SECONDS) * 1000) * BYTES_PER_MS;
    const said = pick(utterances.get(speaker)).subarray(0, bytes);
    turns.push({ speaker, startMs: atMs, endMs: atMs + said.length / BYTES_PER_MS });
    const pauseMs = Math.round(between(PAUSE_MS));
    parts.push(said, Buffer.alloc(pauseMs * BYTES_PER_MS));
    atMs += said.length / BYTES_PER_MS + pauseMs;
  }
  return { pcm: Buffer.concat(parts), turns, durationMs: Math.floor(atMs) };
}

/** `[{measure, value, shown, detail}]` of one rung. */
export async function measureShort(env, fixtures, folder) {
  const utterances = await loadUtterances(fixtures, folder);
  const engines = await openEngines(z.object(speechEnv).parse({ ...process.env, ...env }));
  const random = randomness(7);
  const pcmPath = join(folder, 'short.pcm');
  const errors = [];
  const tally = { right: 0, more: 0, fewer: 0 };
  for (const seconds of LENGTHS_SECONDS)
    for (const speakers of Array.from({ length: ROUNDS }, () => SPEAKERS).flat()) {
      const { pcm, turns: truth, durationMs } = compose(utterances, { seconds, speakers, random });
      writeFileSync(pcmPath, pcm);
      const { turns } = await engines.diarizer.diarize(
        { pcmPath, startMs: 0, endMs: durationMs },
        { signal },
      );
      const found = new Set(turns.map((turn) => turn.speaker)).size;
      tally[found === speakers ? 'right' : found > speakers ? 'more' : 'fewer'] += 1;
      errors.push(diarizationErrorRate(truth, turns, { uem: { startMs: 0, endMs: durationMs } }));
    }
  await engines.close();
  const { rate } = totalDiarizationError(errors);
  return [
    {
      measure: 'DER short',
      value: rate,
      shown: `${(rate * 100).toFixed(1)} %`,
      detail: `${errors.length} conversations of ${LENGTHS_SECONDS.join('/')} s, number of speakers right in ${tally.right}, too many in ${tally.more}, too few in ${tally.fewer}`,
    },
  ];
}
