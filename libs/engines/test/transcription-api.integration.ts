import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { decodeAudio, type AudioSlice } from '../src/index.ts';
import { TranscriptionApiRecognizer } from '../src/recognizers/transcription-api.recognizer.ts';
import { DIALOGUE, speak, testFolder } from './synthetic-speech.ts';

const folder = testFolder();
const { signal } = new AbortController();
let slice: AudioSlice;
let regions: { startMs: number; endMs: number }[];
let answer: (
  request: { body: Buffer; headers: IncomingMessage['headers'] },
  response: ServerResponse,
) => void;

/** Speaks the protocol of `/v1/audio/transcriptions`; each test says how it answers. */
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    if (request.method !== 'POST' || request.url !== '/v1/audio/transcriptions')
      return void response.writeHead(404).end('{"error":{"message":"no such path"}}');
    answer({ body: Buffer.concat(parts), headers: request.headers }, response);
  });
});
const json = (value: unknown) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_: unknown, response: ServerResponse) =>
    void response.writeHead(code, headers).end('{"error":{"message":"as you asked"}}');

function open(options: { timeoutMs?: number; path?: string; port?: number } = {}) {
  const { port = (server.address() as AddressInfo).port, path = '/v1', timeoutMs = 10_000 } = options;
  return new TranscriptionApiRecognizer({
    baseUrl: `http://127.0.0.1:${port}${path}`,
    apiKey: 'sk-test-secret',
    model: 'whisper-1',
    timeoutMs,
    nextRung: 'RECOGNIZER=pocketsphinx',
  });
}
const recognize = (options = {}) => open(options).recognize(slice, regions, { signal, language: 'en-GB' });

beforeAll(async () => {
  const pcmPath = join(folder, 'speech.pcm');
  const { durationMs } = await decodeAudio(speak(DIALOGUE.slice(0, 2), folder), pcmPath, {
    signal,
    maxDurationMs: 600_000,
  });
  slice = { pcmPath, startMs: 0, endMs: durationMs };
  // A long silence lies between the two, which the service never hears.
  regions = [
    { startMs: 1_000, endMs: 2_000 },
    { startMs: 6_000, endMs: 7_000 },
  ];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('asks for word times and brings them back to the recording', async () => {
  let asked = '';
  answer = ({ body, headers }, response) => {
    asked = `${headers.authorization} ${body.toString('latin1')}`;
    json({
      text: 'Hello, world.',
      language: 'english',
      duration: 4,
      words: [
        { word: 'Hello', start: 0.6, end: 1 },
        { word: 'world', start: 2.9, end: 3.3 },
      ],
    })(undefined, response);
  };
  const { words, language } = await recognize();
  // The utterance is 500–2,500 and 5,500–7,500 of the recording, one after the other.
  expect(words).toEqual([
    { text: 'Hello,', startMs: 1_100, endMs: 1_500, confidence: null },
    { text: 'world.', startMs: 6_400, endMs: 6_800, confidence: null },
  ]);
  expect(language).toBe('en');
  expect(asked).toContain('Bearer sk-test-secret');
  for (const field of [
    'name="model"\r\n\r\nwhisper-1',
    'name="response_format"\r\n\r\nverbose_json',
    'name="timestamp_granularities[]"\r\n\r\nword',
    'name="language"\r\n\r\nen\r\n',
    'RIFF',
  ])
    expect(asked).toContain(field);
});

test('nothing is sent for silence', async () => {
  answer = () => {
    throw new Error('asked for nothing');
  };
  expect((await open().recognize(slice, [], { signal })).words).toEqual([]);
});

test.each([
  [429, { 'retry-after': '7' }, { code: 'TRANSCRIPTION_RATE_LIMITED', transient: true, retryAfterMs: 7_000 }],
  [503, {}, { code: 'TRANSCRIPTION_SERVER_ERROR', transient: true, retryAfterMs: undefined }],
  [
    500,
    { 'retry-after': new Date(Date.now() + 60_000).toUTCString() },
    { code: 'TRANSCRIPTION_SERVER_ERROR', transient: true, retryAfterMs: expect.any(Number) },
  ],
  [401, {}, { code: 'TRANSCRIPTION_UNAUTHORIZED', transient: false }],
  [404, {}, { code: 'TRANSCRIPTION_NOT_FOUND', transient: false }],
  [413, {}, { code: 'TRANSCRIPTION_REFUSED', transient: false }],
])('HTTP %i', async (code, headers, expected) => {
  answer = status(code, headers);
  await expect(recognize()).rejects.toMatchObject({
    ...expected,
    recovery: expect.arrayContaining([expect.stringContaining('RECOGNIZER=pocketsphinx')]),
  });
});

test('errors never show the key', async () => {
  answer = status(401);
  const error = await recognize().catch((thrown: unknown) => thrown);
  expect(JSON.stringify({ ...(error as object), message: String(error) })).not.toContain('sk-test-secret');
});

test('garbage, half an answer, and an answer of the wrong shape', async () => {
  answer = (_, response) => void response.writeHead(200).end('<html>Welcome to nginx</html>');
  await expect(recognize()).rejects.toMatchObject({ code: 'TRANSCRIPTION_GARBLED', transient: false });
  answer = json({ text: 42, words: 'none' });
  await expect(recognize()).rejects.toMatchObject({ code: 'TRANSCRIPTION_GARBLED' });
  answer = json({ text: 'x', words: [{ word: 'x', start: -5, end: 1e12 }] });
  await expect(recognize()).rejects.toMatchObject({ code: 'TRANSCRIPTION_GARBLED' });
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"text":');
    setTimeout(() => response.destroy(), 50);
  };
  await expect(recognize()).rejects.toMatchObject({ code: 'TRANSCRIPTION_UNREACHABLE', transient: true });
});

test('a server that never stops is left', async () => {
  answer = (_, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(1 << 20, 'a');
    const send = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', send);
    send();
  };
  await expect(recognize()).rejects.toMatchObject({ code: 'TRANSCRIPTION_TOO_LARGE', transient: false });
});

test('a redirect is not followed with somebody’s recording', async () => {
  answer = status(307, { location: 'http://127.0.0.1:9/v1/audio/transcriptions' });
  await expect(recognize()).rejects.toMatchObject({ code: 'TRANSCRIPTION_REDIRECTED', transient: false });
});

test('a slow server, a stop, and nobody at home', async () => {
  answer = () => undefined;
  await expect(recognize({ timeoutMs: 200 })).rejects.toMatchObject({
    code: 'TRANSCRIPTION_TIMEOUT',
    transient: true,
  });
  const stop = new AbortController();
  const running = open().recognize(slice, regions, { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('cancelled')), 100);
  await expect(running).rejects.toThrow('cancelled');
  await expect(recognize({ port: 9 })).rejects.toMatchObject({
    code: 'TRANSCRIPTION_UNREACHABLE',
    transient: true,
  });
});
