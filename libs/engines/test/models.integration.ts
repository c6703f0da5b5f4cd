import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findModel } from '../src/models/catalogue.ts';
import { ModelStore } from '../src/models/model-store.ts';
import { verifyModel } from '../src/models/verify-model.ts';
import { run, testFolder } from './synthetic-speech.ts';

const folder = testFolder();
const { signal } = new AbortController();
const EMBEDDER = 'titanet-small';
const SEGMENTATION = 'pyannote-segmentation-3.0';
const content = randomBytes(300_000);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A hub as GitHub's: Range, If-Range, ETag. */
let files: Record<string, Buffer> = {};
let etag = '"1"';
let ranges: (string | undefined)[] = [];
let interfere: ((response: ServerResponse, body: Buffer) => boolean) | undefined;
const server = createServer((request, response) => {
  const body = files[request.url?.split('/').at(-1) ?? ''];
  ranges.push(request.headers.range);
  if (!body) return void response.writeHead(404).end('Not Found');
  const from =
    request.headers['if-range'] === etag
      ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
      : 0;
  const rest = body.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, {
    etag,
    'content-length': rest.length,
    ...(from > 0 ? { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` } : {}),
  });
  if (!interfere?.(response, rest)) response.end(rest);
});
let hub = '';
let store: ModelStore;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  rmSync(join(folder, 'models'), { recursive: true, force: true });
  store = new ModelStore(join(folder, 'models'));
  files = { 'nemo_en_titanet_small.onnx': content };
  [etag, ranges, interfere] = ['"1"', [], undefined];
});
const install = (id: string, options = {}) => store.install(id, { signal, hub, ...options });
const model = (id: string) => {
  const found = findModel(id);
  if (!found) throw new Error(id);
  return found;
};

test('a model is fetched, recorded, verified, listed and removed', async () => {
  const seen: number[] = [];
  const receipt = await install(EMBEDDER, {
    onProgress: (received: number, total: number) => seen.push(received / total),
  });
  expect(receipt).toMatchObject({
    trust: 'first-use',
    downloadSha256: sha256(content),
    sha256: { 'nemo_en_titanet_small.onnx': sha256(content) },
  });
  expect(seen.at(-1)).toBe(1);
  expect((await store.list()).filter(({ present }) => present).map((entry) => entry.model.id)).toEqual([
    EMBEDDER,
  ]);
  const paths = await verifyModel(model(EMBEDDER), store.folder);
  expect(readFileSync(paths['model'] ?? '')).toEqual(content);

  writeFileSync(paths['model'] ?? '', 'damaged');
  await expect(verifyModel(model(EMBEDDER), store.folder)).rejects.toMatchObject({
    code: 'MODEL_DAMAGED',
    recovery: [expect.stringContaining('npm run models -- get')],
  });
  expect([await store.remove(EMBEDDER), await store.remove(EMBEDDER)]).toEqual([true, false]);
  await expect(verifyModel(model(EMBEDDER), store.folder)).rejects.toMatchObject({ code: 'MODEL_MISSING' });
});

/** Sends a third and hangs up. */
const hangUp = (response: ServerResponse, body: Buffer) => {
  response.write(body.subarray(0, 100_000));
  setTimeout(() => response.destroy(), 100);
  return true;
};

test('a broken download continues where it stopped', async () => {
  interfere = hangUp;
  await expect(install(EMBEDDER)).rejects.toMatchObject({ code: 'HUB_UNREACHABLE', transient: true });
  expect(existsSync(join(store.folder, EMBEDDER))).toBe(false);
  interfere = undefined;
  expect(await install(EMBEDDER)).toMatchObject({ downloadSha256: sha256(content) });
  expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
});

test('a file that changed meanwhile is fetched from the start', async () => {
  interfere = hangUp;
  await expect(install(EMBEDDER)).rejects.toThrow();
  [interfere, etag] = [undefined, '"2"'];
  files['nemo_en_titanet_small.onnx'] = randomBytes(200_000);
  expect(await install(EMBEDDER)).toMatchObject({
    downloadSha256: sha256(files['nemo_en_titanet_small.onnx']),
  });
});

test('a hub that is silent, absent, refuses or sends far too much', async () => {
  interfere = () => true;
  await expect(install(EMBEDDER, { stallMs: 300 })).rejects.toMatchObject({
    code: 'HUB_STALLED',
    transient: true,
  });
  await expect(install(EMBEDDER, { hub: 'http://127.0.0.1:9' })).rejects.toMatchObject({
    code: 'HUB_UNREACHABLE',
    message: 'The model hub 127.0.0.1:9 cannot be reached.',
    recovery: expect.arrayContaining(['The embedded engines need no download at all.']),
  });
  await expect(install('titanet-large')).rejects.toMatchObject({ code: 'HUB_REFUSED', transient: false });
  interfere = undefined;
  files['sherpa-onnx-pyannote-segmentation-3-0.tar.bz2'] = Buffer.alloc(30_000_000);
  await expect(install(SEGMENTATION)).rejects.toMatchObject({ code: 'DOWNLOAD_TOO_LARGE' });
  await expect(install('../../etc')).rejects.toMatchObject({ code: 'UNKNOWN_MODEL' });
  await expect(install('zipformer-3m')).rejects.toMatchObject({ code: 'MODEL_NOT_PUBLISHED' });
});

function archive(name: string, ...args: string[]): void {
  const path = join(folder, 'archive.tar.bz2');
  run('tar', ['-cjf', path, ...args]);
  files[name] = readFileSync(path);
}

test('an archive is unpacked and only the files of the model are kept', async () => {
  const source = join(folder, 'sherpa-onnx-pyannote-segmentation-3-0');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'model.onnx'), content);
  writeFileSync(join(source, 'run-me.sh'), 'echo no');
  archive(
    'sherpa-onnx-pyannote-segmentation-3-0.tar.bz2',
    '-C',
    folder,
    'sherpa-onnx-pyannote-segmentation-3-0',
  );
  await install(SEGMENTATION);
  expect(readFileSync(join(store.folder, SEGMENTATION, 'model.onnx'))).toEqual(content);
  expect(existsSync(join(store.folder, SEGMENTATION, 'run-me.sh'))).toBe(false);
});

test('an archive that would write elsewhere is refused and removed', async () => {
  const source = join(folder, 'evil');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'model.onnx'), content);
  archive(
    'sherpa-onnx-pyannote-segmentation-3-0.tar.bz2',
    '-P',
    '-C',
    source,
    '--transform',
    's,^,../../outside/,',
    'model.onnx',
  );
  await expect(install(SEGMENTATION)).rejects.toMatchObject({ code: 'ARCHIVE_UNSAFE' });
  expect(existsSync(join(folder, 'outside'))).toBe(false);
  files['sherpa-onnx-pyannote-segmentation-3-0.tar.bz2'] = Buffer.from('not an archive');
  await expect(install(SEGMENTATION)).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE' });
});

test('the command line says what it does and fails in words', async () => {
  const cli = (...args: string[]) =>
    new Promise<{ code: number | null; out: string }>((resolve) => {
      const main = fileURLToPath(new URL('../src/models/cli.ts', import.meta.url));
      const child = spawn(
        process.execPath,
        ['--conditions=colloquy-source', '--disable-warning=ExperimentalWarning', main, ...args],
        { env: { PATH: process.env['PATH'], SPEECH_MODELS_DIR: store.folder, SPEECH_MODELS_HUB: hub } },
      );
      let out = '';
      child.stdout.on('data', (chunk) => (out += chunk));
      child.stderr.on('data', (chunk) => (out += chunk));
      child.on('close', (code) => resolve({ code, out }));
    });
  expect(await cli('get', EMBEDDER)).toEqual({
    code: 0,
    out: expect.stringMatching(/100 %[\s\S]*titanet-small is ready[\s\S]*trusted from now on/),
  });
  expect(await cli('list')).toEqual({
    code: 0,
    out: expect.stringMatching(/titanet-small .*ready \(checksum trusted on first use\)/),
  });
  expect(await cli('remove', EMBEDDER)).toEqual({ code: 0, out: 'titanet-small is removed.\n' });
  expect(await cli('get', 'titanet-large')).toEqual({ code: 1, out: expect.stringContaining('HTTP 404') });
  expect(await cli('fetch')).toEqual({ code: 1, out: expect.stringContaining('Usage:') });
}, 60_000);
