import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cosineSimilarity, type Interval } from '@colloquy/speech';
import { AssemblyAiClient } from '../src/assemblyai/assemblyai.client.ts';
import { AssemblyAiDiarizer } from '../src/assemblyai/assemblyai.diarizer.ts';
import { AssemblyAiRecognizer } from '../src/assemblyai/assemblyai.recognizer.ts';
import { EngineHost } from '../src/host/engine-host.ts';
import { decodeAudio, openEngines, type AudioSlice } from '../src/index.ts';
import { endless, garbage, json, ScriptedServer, silence, status, type Respond } from './scripted-server.ts';
import { DIALOGUE, sliceOf, testEnv, testFolder } from './synthetic-speech.ts';

const LINES = DIALOGUE.slice(0, 4);
const folder = testFolder();
const { signal } = new AbortController();
const server = new ScriptedServer();
const host = new EngineHost();
const SPEAKER_96 = { model: 'speaker-96', dimensions: 96, similarityThreshold: 0.6 };
let slice: AudioSlice;
/** The beginning of the first sentence. */
let short: AudioSlice;

const CDN = { upload_url: 'https://cdn.assemblyai.com/upload/1' };
const transcript = (values: object) =>
  json({ id: 'id-1', status: 'queued', error: null, words: null, ...values });
const word = (text: string, start: number, end: number, speaker: string | null) => ({
  text,
  start,
  end,
  speaker,
  confidence: 0.9,
});
/** Where the sentences are, two of each, and the words of the whole recording. */
const sentences: Interval[] = [];
let said: ReturnType<typeof word>[] = [];
let done: Respond;
/** Answers each path in its order: what stays is the last. */
function serve(answers: Partial<Record<'upload' | 'submit' | 'poll' | 'delete', Respond[]>> = {}): void {
  const script = {
    upload: [json(CDN)],
    submit: [transcript({})],
    poll: [done],
    delete: [transcript({})],
    ...answers,
  };
  server.asked.length = 0;
  server.respond = (response, asked) => {
    const step =
      asked.path === '/v2/upload'
        ? script.upload
        : asked.method === 'POST'
          ? script.submit
          : asked.method === 'GET'
            ? script.poll
            : script.delete;
    const respond = step.length > 1 ? step.shift() : step[0];
    respond?.(response, asked);
  };
}
const askedFor = (method: string, path: string) =>
  server.asked.filter((asked) => asked.method === method && asked.path.startsWith(path));

function open({ timeoutMs = 20_000, url = server.url } = {}) {
  const client = new AssemblyAiClient({
    baseUrl: url,
    apiKey: 'aai-test-secret',
    models: ['universal-3-5-pro', 'universal-2'],
    pollMs: 5,
    backoffMs: 5,
  });
  const options = { timeoutMs, nextRung: 'DIARIZER=embedded' };
  return {
    diarizer: new AssemblyAiDiarizer(client, host, SPEAKER_96, options),
    recognizer: new AssemblyAiRecognizer(client, options),
  };
}

beforeAll(async () => {
  await server.start();
  slice = await sliceOf(LINES, folder);
  short = { ...slice, endMs: 2_000 };
  let atMs = 0;
  const words = [];
  for (const [i, [voice, text]] of LINES.entries()) {
    const pcmPath = join(folder, 'sentence.pcm');
    const { durationMs } = await decodeAudio(join(folder, `speech-${i}.wav`), pcmPath, {
      signal,
      maxDurationMs: 60_000,
    });
    sentences.push({ startMs: atMs, endMs: atMs + durationMs });
    const texts = text.split(' ');
    const wordMs = durationMs / texts.length;
    for (const [n, one] of texts.entries())
      words.push(word(one, atMs + n * wordMs, atMs + (n + 1) * wordMs, voice === 'slt' ? 'A' : 'B'));
    atMs += durationMs + 500;
  }
  said = words;
  done = transcript({ status: 'completed', language_code: 'en_us', words });
});
afterAll(async () => {
  await host.close();
  await server.stop();
});

test('speakers, voices and words come in one pass', async () => {
  serve({ poll: [transcript({ status: 'processing' }), done] });
  const { diarizer, recognizer } = open();
  const { turns, speakers, regions } = await diarizer.diarize(slice, {
    signal,
    language: 'en-GB',
    expectedSpeakers: 2,
  });
  expect(turns.map(({ speaker }) => speaker)).toEqual(['A', 'B', 'A', 'B']);
  expect(speakers.map(({ label, vector }) => [label, vector.length])).toEqual([
    ['A', 96],
    ['B', 96],
  ]);
  const { words, language } = await recognizer.recognize(slice, regions, { signal, language: 'en-GB' });
  expect(words.map(({ text }) => text)).toEqual(LINES.flatMap(([, text]) => text.split(' ')));
  expect(words[0]).toEqual({ text: 'Good', startMs: 0, endMs: expect.any(Number), confidence: 0.9 });
  expect(language).toBe('en-US');

  expect(askedFor('POST', '/v2/upload')).toHaveLength(1);
  const [upload] = askedFor('POST', '/v2/upload');
  expect(upload?.headers.authorization).toBe('aai-test-secret');
  expect(upload?.body.length).toBe(44 + slice.endMs * 32);
  const [order] = askedFor('POST', '/v2/transcript');
  expect(JSON.parse(order?.body.toString() ?? '')).toEqual({
    audio_url: CDN.upload_url,
    speech_models: ['universal-3-5-pro', 'universal-2'],
    language_code: 'en',
    speaker_labels: true,
    speaker_options: { max_speakers_expected: 2 },
  });
  expect(askedFor('GET', '/v2/transcript/id-1')).toHaveLength(2);
  while (askedFor('DELETE', '/v2/transcript/id-1').length === 0) await sleep(10);
});

test('the voices are those of the recording: the same in another slice of it, and unlike each other', async () => {
  const later = { ...slice, startMs: sentences[2]?.startMs ?? 0 };
  const words = said
    .filter(({ start }) => start >= later.startMs)
    .map((one) => ({ ...one, start: one.start - later.startMs, end: one.end - later.startMs }));
  serve({ poll: [done, transcript({ status: 'completed', words })] });
  const { diarizer } = open();
  const first = await diarizer.diarize(slice, { signal });
  const second = await diarizer.diarize(later, { signal });
  const [anna = [], ben = []] = first.speakers.map(({ vector }) => vector);
  const [annaAgain = [], benAgain = []] = second.speakers.map(({ vector }) => vector);
  const alike = Math.min(cosineSimilarity(anna, annaAgain), cosineSimilarity(ben, benAgain));
  expect(alike).toBeGreaterThan(SPEAKER_96.similarityThreshold);
  expect(cosineSimilarity(anna, ben)).toBeLessThan(SPEAKER_96.similarityThreshold);
  expect(second.turns[0]?.startMs).toBe(later.startMs);
});

test('without its speakers the words are asked for alone', async () => {
  serve();
  const { words } = await open().recognizer.recognize(slice, [{ startMs: 0, endMs: 1_000 }], { signal });
  expect(words.length).toBeGreaterThan(0);
  for (const { startMs } of words) expect(startMs).toBeLessThan(1_000);
  const [order] = askedFor('POST', '/v2/transcript');
  expect(JSON.parse(order?.body.toString() ?? '')).toMatchObject({ language_detection: true });
  expect(order?.body.toString()).not.toContain('speaker');
});

test('nothing is sent for silence, and what is found silent there is no error', async () => {
  const pcmPath = join(folder, 'silence.pcm');
  writeFileSync(pcmPath, Buffer.alloc(32 * 3_000));
  serve({ poll: [transcript({ status: 'error', error: 'files with no spoken audio' })] });
  const silent = { pcmPath, startMs: 0, endMs: 3_000 };
  const { diarizer, recognizer } = open();
  expect(await diarizer.diarize(silent, { signal })).toMatchObject({ turns: [], speakers: [] });
  expect((await recognizer.recognize(silent, [], { signal })).words).toEqual([]);
  expect(askedFor('POST', '/')).toEqual([]);
  expect((await diarizer.diarize(slice, { signal })).turns).toEqual([]);
  serve({ poll: [transcript({ status: 'completed', words: [] })] });
  expect((await diarizer.diarize(slice, { signal })).turns).toEqual([]);
});

test('tries again what may pass', async () => {
  const busy = status(429, { 'retry-after': '0.1' });
  serve({
    upload: [status(503), json(CDN)],
    submit: [busy, transcript({})],
    poll: [status(500), busy, done],
  });
  expect((await open().diarizer.diarize(short, { signal })).turns).toHaveLength(1);
});

test.each<[string, () => Parameters<typeof serve>[0], object]>([
  ['a bad key', () => ({ upload: [status(401)] }), { code: 'ASSEMBLYAI_UNAUTHORIZED', transient: false }],
  ['a refused order', () => ({ submit: [status(400)] }), { code: 'ASSEMBLYAI_REFUSED', transient: false }],
  ['a transcript that is gone', () => ({ poll: [status(404)] }), { code: 'ASSEMBLYAI_NOT_FOUND' }],
  [
    'a failed transcript',
    () => ({ poll: [transcript({ status: 'error', error: 'Download error' })] }),
    { code: 'ASSEMBLYAI_FAILED', troubleshooting: ['It says: Download error'] },
  ],
  ['garbage', () => ({ submit: [garbage] }), { code: 'ASSEMBLYAI_GARBLED', transient: false }],
  ['an address that is none', () => ({ upload: [json({ upload_url: 7 })] }), { code: 'ASSEMBLYAI_GARBLED' }],
  [
    'no list of words',
    () => ({ poll: [transcript({ status: 'completed' })] }),
    { code: 'ASSEMBLYAI_GARBLED', troubleshooting: [expect.stringContaining('words')] },
  ],
  ['an id of dots', () => ({ submit: [transcript({ id: '..' })] }), { code: 'ASSEMBLYAI_GARBLED' }],
  [
    'words out of time',
    () => ({ poll: [transcript({ status: 'completed', words: [word('x', -5, 1e12, 'A')] })] }),
    { code: 'ASSEMBLYAI_GARBLED' },
  ],
  [
    'a speaker for each word',
    () => ({
      poll: [
        transcript({
          status: 'completed',
          words: Array.from({ length: 201 }, (_, i) => word('x', i, i + 1, `S${i}`)),
        }),
      ],
    }),
    { code: 'ASSEMBLYAI_GARBLED', troubleshooting: [expect.stringContaining('201 speakers')] },
  ],
  ['an endless answer', () => ({ upload: [endless] }), { code: 'ASSEMBLYAI_TOO_LARGE', transient: false }],
  ['a redirect', () => ({ upload: [status(307)] }), { code: 'ASSEMBLYAI_REDIRECTED', transient: false }],
  [
    'a server that stays down',
    () => ({ upload: [status(500)] }),
    { code: 'ASSEMBLYAI_SERVER_ERROR', transient: true },
  ],
])('says what is wrong: %s', async (_, answers, expected) => {
  serve(answers());
  const error = await open()
    .diarizer.diarize(short, { signal })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject(expected);
  expect(error).toMatchObject({
    recovery: expect.arrayContaining([expect.stringContaining('DIARIZER=embedded')]),
  });
  expect(JSON.stringify({ ...(error as object), message: String(error) })).not.toContain('aai-test-secret');
});

test('one that is never done is given up, and a stop is obeyed at once', async () => {
  serve({ poll: [transcript({ status: 'processing' })] });
  const timeout = { code: 'ASSEMBLYAI_TIMEOUT', transient: true };
  await expect(open({ timeoutMs: 500 }).diarizer.diarize(short, { signal })).rejects.toMatchObject(timeout);
  serve({ upload: [silence] });
  const stop = new AbortController();
  const running = open().diarizer.diarize(short, { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('cancelled')), 300);
  await expect(running).rejects.toThrow('cancelled');
});

test('both are the best rung once there is a key', async () => {
  serve();
  const values = { ASSEMBLYAI_API_KEY: 'aai-test-secret', ASSEMBLYAI_BASE_URL: server.url };
  const engines = await openEngines(testEnv(folder, values));
  expect(engines.diarizer.embedder).toEqual(expect.objectContaining(SPEAKER_96));
  expect(engines.recognizer.info.engine).toContain('assemblyai');
  await engines.close();
});
