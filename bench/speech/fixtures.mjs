// Recordings with their ground truth, decoded once.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeAudio, probeAudio } from '@colloquy/engines';
import { mergeTurns, parseRttm } from '@colloquy/speech';

const signal = new AbortController().signal;
/** Of the meetings only the first 30 s are annotated. */
const ANNOTATED_MS = 30_000;
/** Pauses inside a reference turn up to this long belong to it. */
const REFERENCE_BRIDGE_MS = 50;

const kindOf = (name) => (name.startsWith('ami') ? 'AMI' : name.startsWith('syn') ? 'synthetic' : 'human');

/**
 * Every fixture with ground truth: `{name, kind, audio: [{pcmPath, startMs, endMs, decodeSeconds}], rttm, text, said}`,
 * where `rttm` (turns), `text` or `said` (the text of each speaker) may be null.
 */
export async function loadFixtures(fixtures, folder) {
  if (!existsSync(join(fixtures, 'manifest.json')))
    throw new Error(`No fixtures in ${fixtures}: set COLLOQUY_FIXTURES.`);
  const loaded = [];
  for (const { name, files } of JSON.parse(readFileSync(join(fixtures, 'manifest.json'), 'utf8'))) {
    const read = (file) =>
      existsSync(join(fixtures, name, file)) ? readFileSync(join(fixtures, name, file), 'utf8') : null;
    const rttm = read('ref.rttm');
    // Numerals that number the sonnets are not read out.
    const text = read('ref.txt')?.replace(/^(I|II|III) (?=[A-Z])/, '') ?? null;
    if (!rttm && !text) continue;
    const utterances = JSON.parse(read('ref.json') ?? 'null');
    const audio = [];
    for (const [i, { file }] of files.entries())
      audio.push(await decode(join(fixtures, name, file), join(folder, `${name}-${i}.pcm`), kindOf(name)));
    loaded.push({
      name,
      kind: kindOf(name),
      audio,
      rttm: rttm && mergeTurns(parseRttm(rttm), REFERENCE_BRIDGE_MS),
      text,
      said: utterances && textBySpeaker(utterances),
    });
  }
  return loaded;
}

/** `{<speaker>: <text>}` of `[{speaker, text}]` in order of time. */
export const textBySpeaker = (utterances) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(utterances, ({ speaker }) => speaker)).map(([speaker, own]) => [
      speaker,
      own.map(({ text }) => text).join(' '),
    ]),
  );

async function decode(path, pcmPath, kind) {
  const probe = await probeAudio(path, { signal });
  const started = performance.now();
  const { durationMs } = await decodeAudio(path, pcmPath, {
    signal,
    maxDurationMs: 7_200_000,
    durationMs: probe.durationMs,
  });
  const decodeSeconds = (performance.now() - started) / 1000;
  const endMs = kind === 'AMI' ? Math.min(ANNOTATED_MS, durationMs) : durationMs;
  return { pcmPath, startMs: 0, endMs, decodeSeconds };
}
