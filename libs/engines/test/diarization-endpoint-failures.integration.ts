import type { AudioSlice } from '../src/index.ts';
import { ANNA, BEN, prediction, ScriptedEndpoint, TWO_VOICES } from './scripted-endpoint.ts';
import { endless, garbage, halfAnAnswer, json, silence, status, type Respond } from './scripted-server.ts';
import { DIALOGUE, sliceOf, testFolder } from './synthetic-speech.ts';

const folder = testFolder();
const { signal } = new AbortController();
const endpoint = new ScriptedEndpoint();
const { server } = endpoint;
let slice: AudioSlice;

beforeAll(async () => {
  await endpoint.start();
  slice = await sliceOf(DIALOGUE.slice(0, 3), folder);
});
afterAll(() => endpoint.stop());

const failure = (options = {}) =>
  endpoint
    .open(options)
    .diarize(slice, { signal })
    .then(
      () => undefined,
      (error: unknown) => error,
    );

test.each<[string, Respond, requestTimeoutMs: number]>([
  ['too many requests', status(429, { 'retry-after': '0.1' }), 10_000],
  ['a failing server', status(503), 10_000],
  ['half an answer', halfAnAnswer, 10_000],
  // The third answer has to come within it, too.
  ['no answer in time', silence, 2_000],
])('tries again after %s', async (_, bad, requestTimeoutMs) => {
  server.script(bad, bad, TWO_VOICES);
  const { speakers } = await endpoint.open({ requestTimeoutMs }).diarize(slice, { signal });
  expect(speakers).toHaveLength(2);
  expect(server.asked).toHaveLength(3);
});

const voices = (value: unknown) => prediction({ speaker_embeddings: value });
const began = expect.stringContaining('It begins');
const garbled = { code: 'DIARIZATION_GARBLED', transient: false };
const manySpeakers = { ...garbled, troubleshooting: [expect.stringContaining('201 speakers')] };
test.each<[string, Respond, object, number]>([
  ['a server that stays down', status(500), { code: 'DIARIZATION_SERVER_ERROR', transient: true }, 5],
  [
    'a wait too long to sit out',
    status(429, { 'retry-after': '90' }),
    { code: 'DIARIZATION_RATE_LIMITED', transient: true, retryAfterMs: 90_000 },
    1,
  ],
  ['a bad key', status(401), { code: 'DIARIZATION_UNAUTHORIZED', transient: false }, 1],
  ['an unknown endpoint', status(404), { code: 'DIARIZATION_NOT_FOUND', transient: false }, 1],
  ['too much at once', status(413), { code: 'DIARIZATION_REFUSED', transient: false }, 1],
  [
    'a model that failed',
    prediction({ status: 'error', error: 'invalid format', dialog: null }),
    {
      code: 'DIARIZATION_FAILED',
      transient: false,
      troubleshooting: [expect.stringContaining('invalid format')],
    },
    1,
  ],
  ['garbage', garbage, { ...garbled, troubleshooting: [expect.stringContaining('no JSON'), began] }, 1],
  ['no predictions', json({ predictions: [] }), garbled, 1],
  [
    'voices that are no JSON',
    voices('{"A": [NaN]}'),
    {
      ...garbled,
      troubleshooting: [expect.stringMatching(/speaker_embeddings: it is no JSON: .*NaN/), began],
    },
    1,
  ],
  ['voices of the wrong shape', voices({ A: 'high' }), garbled, 1],
  ['voices of another length', voices('{"A": [1, 2]}'), garbled, 1],
  ['no voices', voices(null), garbled, 1],
  [
    'no voice but zeros',
    voices({ A: [0, 0, 0, 0], B: [0, 0, 0, 0] }),
    { ...garbled, troubleshooting: [expect.stringContaining('all zero')] },
    1,
  ],
  [
    'a speaker for each segment',
    prediction({
      segments: Array.from({ length: 201 }, (_, i) => ({
        speaker: `S${i}`,
        start: i / 100,
        end: (i + 1) / 100,
      })),
    }),
    manySpeakers,
    1,
  ],
  [
    'a speaker for each line',
    prediction({ dialog: Array.from({ length: 201 }, (_, i) => `S${i}: Yes.`).join('\n') }),
    manySpeakers,
    1,
  ],
  ['no dialog', prediction({ dialog: null, speaker_embeddings: { A: ANNA } }), garbled, 1],
  [
    'a redirect',
    status(307, { location: 'http://127.0.0.1:9/' }),
    {
      code: 'DIARIZATION_REDIRECTED',
      transient: false,
      message: expect.stringContaining('redirects are not followed'),
    },
    1,
  ],
  ['an endless answer', endless, { code: 'DIARIZATION_TOO_LARGE', transient: false }, 1],
])('says what is wrong: %s', async (_, respond, expected, times) => {
  server.script(respond);
  const error = await failure();
  const andNext = expect.arrayContaining([expect.stringContaining('DIARIZER=embedded')]);
  expect(error).toMatchObject({ ...expected, recovery: andNext });
  expect(JSON.stringify({ ...(error as object), message: String(error) })).not.toContain('dapi-test-secret');
  expect(server.asked).toHaveLength(times);
});

test.each(['constructor', 'toString', '__proto__'])(
  'a speaker without a voice may have any label: %s',
  async (label) => {
    const segments = [
      { speaker: label, start: 0, end: 2 },
      { speaker: 'B', start: 2, end: 4 },
    ];
    server.script(prediction({ segments, speaker_embeddings: { B: BEN } }));
    const { turns, speakers } = await endpoint.open().diarize(slice, { signal });
    expect(new Set(turns.map(({ speaker }) => speaker)).size).toBe(2);
    expect(speakers).toHaveLength(1);
  },
);

test.each([
  ['zeros', [0, 0, 0, 0]],
  ['too large to have a length', [1e300, 1e300, 0, 0]],
])('a vector of %s is no voice', async (_, nowhere) => {
  const segments = [
    { speaker: 'A', start: 0, end: 2 },
    { speaker: 'B', start: 2, end: 4 },
  ];
  server.script(prediction({ segments, speaker_embeddings: { A: nowhere, B: BEN } }));
  const { turns, speakers } = await endpoint.open().diarize(slice, { signal });
  expect(turns.map(({ speaker }) => speaker)).toEqual(['SPEAKER_01', 'SPEAKER_00']);
  expect(speakers.map(({ vector }) => vector)).toEqual([[0, 0, 1, 0]]);
});

test('the whole call has its limit, however often it was tried', async () => {
  server.script(silence);
  const error = await failure({ timeoutMs: 900, requestTimeoutMs: 300 });
  expect(error).toMatchObject({ code: 'DIARIZATION_TIMEOUT', transient: true });
  // Without it there are five.
  expect(server.asked.length).toBeLessThan(5);
});

test('a stop is obeyed at once, also while it waits to try again', async () => {
  for (const respond of [silence, status(503)]) {
    server.script(respond);
    const stop = new AbortController();
    const running = endpoint.open({ backoffMs: 60_000 }).diarize(slice, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('cancelled')), 400);
    await expect(running).rejects.toThrow('cancelled');
  }
});

test('nobody at home', async () => {
  const error = await failure({ url: 'http://127.0.0.1:9/invocations' });
  expect(error).toMatchObject({ code: 'DIARIZATION_UNREACHABLE', transient: true });
});
