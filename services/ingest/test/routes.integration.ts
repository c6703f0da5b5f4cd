import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start({ MAX_UPLOAD_BYTES: String(4 << 20) });
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

const UNKNOWN = '01a1fb04-dd9d-7701-87c4-7ea7cce050df';

/** The answer is an error in the one shape, and tells nothing of our folders. */
async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  const body = await response.text();
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect({ status: response.status, ...(JSON.parse(body) as object) }).toMatchObject({
    status,
    code,
    message: expect.any(String),
    troubleshooting: expect.any(Array),
    recovery: expect.arrayContaining([expect.any(String)]),
  });
  expect(body).not.toContain(ingest.dataDir);
}

describe('audio', () => {
  it('is served in ranges with its type, and never as a page', async () => {
    const bytes = audio(6, 'wav');
    const created = await ingest.create(await ingest.upload(bytes, 'a.wav'));
    const url = `${ingest.url}${created.audioUrl}`;
    const whole = await fetch(url);
    expect(whole.status).toBe(200);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);

    const part = await fetch(url, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    const end = await fetch(url, { headers: { range: 'bytes=-50' } });
    expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(-50))).toBe(true);
    const more = await fetch(url, { headers: { range: 'bytes=-99999999999' } });
    expect(more.headers.get('content-range')).toBe(`bytes 0-${bytes.length - 1}/${bytes.length}`);
    expect(Buffer.from(await more.arrayBuffer()).equals(bytes)).toBe(true);
    const beyond = await fetch(url, { headers: { range: `bytes=${bytes.length}-` } });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    await expectProblem(beyond, 416, 'RANGE_INVALID');

    const tag = whole.headers.get('etag') ?? '';
    expect(
      (await fetch(url, { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } })).status,
    ).toBe(304);
    expect((await fetch(url, { headers: { range: 'bytes=0-9', 'if-range': '"other"' } })).status).toBe(200);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    expect((await fetch(`${ingest.url}/audio/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
  });

  it.each([
    ['no such recording', `/audio/${UNKNOWN}`, 'AUDIO_NOT_FOUND'],
    ['no id', '/audio/nothing', 'AUDIO_NOT_FOUND'],
    ['no waveform', `/audio/${UNKNOWN}/peaks.json`, 'PEAKS_NOT_FOUND'],
    ['no such address', `/audio/${UNKNOWN}/other`, 'ADDRESS_NOT_FOUND'],
  ])('says that there is %s', async (_what, path, code) => {
    await expectProblem(await fetch(`${ingest.url}${path}`), 404, code);
  });

  it('says that its file is gone, or that it cannot be read', async () => {
    const { id = '', audioUrl } = await ingest.create(await ingest.upload(audio(2, 'wav'), 'a.wav'));
    const source = join(ingest.dataDir, 'storage/recordings', id, 'source');
    rmSync(source);
    await expectProblem(await fetch(`${ingest.url}${audioUrl}`), 404, 'AUDIO_NOT_FOUND');
    symlinkSync(source, source);
    await expectProblem(await fetch(`${ingest.url}${audioUrl}`), 500, 'INTERNAL_SERVER_ERROR');
  });
});

describe('what the tus protocol refuses', () => {
  const version = { 'Tus-Resumable': '1.0.0' };
  const send = (method: string, headers: Record<string, string>, path = '') =>
    fetch(`${ingest.url}/upload${path}`, { method, headers: { ...version, ...headers } });
  const bytes = (offset: string) => ({
    'Content-Type': 'application/offset+octet-stream',
    'Upload-Offset': offset,
  });

  it.each<[string, number, string, () => Promise<Response>]>([
    ['too large a file', 413, 'UPLOAD_TOO_LARGE', () => send('POST', { 'Upload-Length': String(5 << 20) })],
    ['no length', 400, 'UPLOAD_REQUEST_INVALID', () => send('POST', {})],
    [
      'a length that is no number',
      400,
      'UPLOAD_REQUEST_INVALID',
      () => send('POST', { 'Upload-Length': 'x' }),
    ],
    ['parts', 501, 'UPLOAD_REQUEST_INVALID', () => send('POST', { 'Upload-Concat': 'partial' })],
    ['an unknown upload', 404, 'UPLOAD_NOT_FOUND', () => send('PATCH', bytes('0'), `/${'0'.repeat(32)}`)],
  ])('%s', async (_what, status, code, request) => {
    const response = await request();
    expect(response.headers.get('tus-resumable')).toBe('1.0.0');
    await expectProblem(response, status, code);
  });

  it('another protocol, another method, too much metadata', async () => {
    const url = `${ingest.url}/upload`;
    const foreign = await fetch(url, { method: 'POST', headers: { 'Upload-Length': '1' } });
    expect(foreign.headers.get('tus-resumable')).toBe('1.0.0');
    await expectProblem(foreign, 412, 'UPLOAD_PROTOCOL_REQUIRED');
    const read = await fetch(url);
    expect(read.headers.get('allow')).toContain('PATCH');
    await expectProblem(read, 405, 'METHOD_NOT_ALLOWED');
    const long = await send('POST', {
      'Upload-Length': '1',
      'Upload-Metadata': `filename ${'a'.repeat(5_000)}`,
    });
    await expectProblem(long, 413, 'UPLOAD_METADATA_TOO_LONG');
  });

  it('bytes for another place, for no place, and for a file that cannot be read', async () => {
    const location = await ingest.createUpload(10, 'a.mp3');
    const path = location.replace('/upload', '');
    await expectProblem(await send('PATCH', bytes('5'), path), 409, 'UPLOAD_OFFSET_CONFLICT');
    const { 'Content-Type': type } = bytes('0');
    await expectProblem(await send('PATCH', { 'Content-Type': type }, path), 403, 'UPLOAD_REQUEST_INVALID');
    const file = join(ingest.dataDir, 'uploads', path);
    rmSync(file);
    symlinkSync(file, file);
    await expectProblem(await send('PATCH', bytes('0'), path), 500, 'INTERNAL_SERVER_ERROR');
    rmSync(file);
  });
});
