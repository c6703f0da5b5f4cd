import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { eventually, startStack, type Stack } from '@colloquy/testkit';
import { createRecording, createUpload, sendBytes, tusHeaders, uploadByTus } from './recording-actions.ts';

/** What strangers try at the one address. Each service's own refusals are proven beside the service. */

let stack: Stack;
const beep = (...args: string[]): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', ...args, '-'], { maxBuffer: 64 << 20 });

beforeAll(async () => {
  stack = await startStack({ MAX_UPLOAD_BYTES: String(4 << 20), MAX_DURATION_HOURS: '1' });
}, 120_000);
afterAll(() => stack.stop());

const unfinished = (): string[] => {
  const folder = join(stack.dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const recordings = async (): Promise<number> =>
  (await stack.graph.query<{ recordings: { totalCount: number } }>('{ recordings { totalCount } }'))
    .recordings.totalCount;

/** Sends the path as written; `fetch` would tidy it up first. */
function raw(method: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: stack.ports.gateway, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('resumable uploads', () => {
  it.each([
    ['too long', String((4 << 20) + 1), 413],
    ['negative', '-1', 400],
    ['not a number', '12abc', 400],
    ['beyond any number', '9'.repeat(400), 400],
    ['missing', undefined, 400],
  ])('a length that is %s is refused, and nothing is stored', async (_what, length, status) => {
    const before = unfinished();
    const headers = { ...tusHeaders, ...(length !== undefined && { 'upload-length': length }) };
    const response = await fetch(`${stack.url}/upload`, { method: 'POST', headers });
    expect(response.status).toBe(status);
    expect(unfinished()).toEqual(before);
  });

  it('bytes at the wrong place change nothing', async () => {
    const bytes = beep('sine=d=1', '-f', 'mp3');
    const upload = await createUpload(stack, bytes.length, 'beep.mp3');
    expect((await sendBytes(upload, 0, bytes.subarray(0, 1_000))).status).toBe(204);
    for (const offset of [0, 999, 1_001, bytes.length, -1])
      expect((await sendBytes(upload, offset, Buffer.alloc(10))).status).toBeGreaterThanOrEqual(400);
    const head = await fetch(upload, { method: 'HEAD', headers: tusHeaders });
    expect(head.headers.get('upload-offset')).toBe('1000');
    const uploadId = upload.pathname.split('/').at(-1) ?? '';
    expect(await createRecording(stack, uploadId)).toMatchObject({ code: 'UPLOAD_UNFINISHED' });
    expect((await sendBytes(upload, 1_000, bytes.subarray(1_000))).status).toBe(204);
    expect(await createRecording(stack, uploadId)).toMatchObject({ __typename: 'Recording', title: 'beep' });
  });

  it('more bytes than announced are not taken', async () => {
    const upload = await createUpload(stack, 100, 'small.mp3');
    const answer = await sendBytes(upload, 0, Buffer.alloc(50_000)).catch(() => null);
    expect(answer?.status ?? 400).toBeGreaterThanOrEqual(400);
    const uploadId = upload.pathname.split('/').at(-1) ?? '';
    expect((await createRecording(stack, uploadId)).__typename).toBe('Problem');
  });

  it.each([
    '/upload/../secrets.json',
    '/upload/..%2fsecrets.json',
    '/upload/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/upload/..\\secrets.json',
    `/upload/${'0'.repeat(32)}`,
    '/upload/%00',
    '/upload/%ff%fe',
    `/upload/${'a'.repeat(300)}`,
  ])('%s is no upload', async (path) => {
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      const headers = {
        ...tusHeaders,
        ...(method === 'PATCH' && {
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
        }),
      };
      const status = await raw(method, path, headers);
      expect([400, 403, 404, 405, 410, 414, 431]).toContain(status);
    }
    expect(existsSync(join(stack.dataDir, 'secrets.json'))).toBe(true);
  });

  it.each([
    ['../../../etc/passwd.mp3', 'passwd'],
    ['..\\..\\windows\\system.mp3', 'system'],
    ['a\u0000b\u001b[31m\r\nX-Evil: 1.mp3', null],
    ['<img src=x onerror=alert(1)>.mp3', null],
    ['\u202egpj.mp3', null],
  ])('a file named %j becomes a name, never a path', async (fileName, title) => {
    const uploadId = await uploadByTus(stack, beep('sine=d=1', '-f', 'mp3'), fileName);
    const created = await createRecording(stack, uploadId);
    expect(created.__typename).toBe('Recording');
    if (title) expect(created.title).toBe(title);
    for (const text of [created.title, created.fileName]) expect(text).not.toMatch(/[\p{Cc}\u202e\\/]/u);
    expect(readdirSync(join(stack.dataDir, 'storage', 'recordings'))).toContain(created.id);
  });
});

describe('multipart uploads', () => {
  const send = (bytes: Buffer, headers: Record<string, string>) => {
    const form = new FormData();
    const query =
      'mutation ($file: Upload!) { uploadRecording(file: $file) { __typename ... on Problem { code } } }';
    form.set('operations', JSON.stringify({ query, variables: { file: null } }));
    form.set('map', JSON.stringify({ 0: ['variables.file'] }));
    form.set('0', new File([new Uint8Array(bytes)], 'call.mp3'));
    return fetch(`${stack.url}/graphql`, { method: 'POST', headers, body: form });
  };

  it.each<[string, string, () => Buffer]>([
    ['an empty file', 'UPLOAD_EMPTY', () => Buffer.alloc(0)],
    ['a text', 'UPLOAD_NOT_AUDIO', () => Buffer.from('Dear diary. '.repeat(2_000))],
    [
      'a FLAC that unpacks to hours of nothing',
      'UPLOAD_TOO_LONG',
      () => beep('anullsrc=r=8000:cl=mono', '-t', '8000', '-f', 'flac'),
    ],
    ['more bytes than may be', 'UPLOAD_TOO_LARGE', () => Buffer.alloc((4 << 20) + 1_000, 1)],
  ])(
    '%s is refused with %s, and nothing stays',
    async (_what, code, make) => {
      const [before, files] = [await recordings(), unfinished()];
      const response = await send(make(), { 'apollo-require-preflight': 'true' });
      expect(await response.json()).toMatchObject({ data: { uploadRecording: { code } } });
      expect(await recordings()).toBe(before);
      expect(unfinished()).toEqual(files);
    },
    60_000,
  );

  it.each<[string, Record<string, string>]>([
    ['a form without the header no form can send', {}],
    ['a page of another site', { 'apollo-require-preflight': 'true', origin: 'https://evil.example' }],
  ])('%s is refused before anything is read', async (_what, headers) => {
    const before = await recordings();
    // The connection may close while the client still sends: that is a refusal as well.
    const response = await send(beep('sine=d=1', '-f', 'mp3'), headers).catch(() => null);
    expect([400, 403]).toContain(response?.status ?? 403);
    expect(await recordings()).toBe(before);
  });
});

describe('the ports of the services', () => {
  it.each(['ingest', 'transcript', 'chat'] as const)(
    '%s answers nobody but the gateway, a page of another site least of all',
    async (name) => {
      const address = `http://127.0.0.1:${stack.ports[name]}`;
      const body = JSON.stringify({ query: '{ __typename }' });
      for (const origin of ['https://evil.example', undefined]) {
        const headers = { 'content-type': 'application/json', ...(origin && { origin }) };
        const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
        expect(response.status).toBe(403);
      }
      const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      socket.addEventListener('open', () => {
        throw new Error('the socket opened');
      });
      await once(socket, 'error');
    },
  );
});

describe('operations on the real graph that ask for too much', () => {
  const deep = (levels: number): string =>
    levels === 0 ? 'id' : `transcript { recording { ${deep(levels - 1)} } }`;
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => `a${i}: uploadLimits { maxUploadBytes }`);

  it.each([
    ['depth', `{ recording(id: "1") { ${deep(10)} } }`],
    ['aliases', `{ ${many(31).join(' ')} }`],
    ['tokens', `{ uploadLimits { ${'formats '.repeat(2_100)} } }`],
    [
      'cost',
      '{ recordings(first: 100) { edges { node { transcript { segments(first: 1000) { edges { node { words { text } } } } } } } } }',
    ],
  ])('%s: refused before any service is asked', async (_what, query) => {
    // Counted by the service itself.
    const asked = async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${stack.ports.ingest}/metrics`)).text();
      return metrics.split('\n').filter((line) => line.includes('_count') && line.includes('graphql'));
    };
    await recordings();
    // Others ask meanwhile: what was uploaded before is processed and read. What asks because of this is there each time.
    await eventually(async () => {
      const before = await asked();
      expect(before).not.toEqual([]);
      const { data, errors } = await stack.graph.request(query);
      expect(data ?? null).toBeNull();
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'OPERATION_TOO_LARGE' });
      // A request is counted a moment after it is answered.
      await setTimeout(300);
      return isDeepStrictEqual(await asked(), before);
    });
  });
});
