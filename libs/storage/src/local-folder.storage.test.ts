import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openLocalFolder } from './local-folder.storage.ts';
import type { Storage } from './storage.ts';

describe('local folder storage', () => {
  let root: string;
  let storage: Storage;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'storage-'));
    storage = await openLocalFolder(root);
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  it('keeps what it is given and serves any range of it', async () => {
    expect(
      await storage.put('a/b', Readable.from([Buffer.from('hello '), Buffer.from('world')])),
    ).toMatchObject({ key: 'a/b', sizeBytes: 11 });
    expect(await text(await storage.open('a/b'))).toBe('hello world');
    expect(await text(await storage.open('a/b', { start: 6, end: 8 }))).toBe('wor');
    expect(String(await storage.read('a/b'))).toBe('hello world');
    await expect(storage.read('a/b', { maxBytes: 10 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it.each([
    '../x',
    '/etc/passwd',
    'a/../../x',
    'a//b',
    'a/',
    '',
    '.',
    'a/.hidden',
    'a\\b',
    'a\0b',
    'ä',
    `a${'b'.repeat(600)}`,
  ])('refuses %j as a key', async (key) => {
    await expect(storage.put(key, 'x')).rejects.toMatchObject({ code: 'KEY_INVALID' });
    await expect(storage.deletePrefix(key)).rejects.toMatchObject({ code: 'KEY_INVALID' });
  });

  it('leaves nothing of a write that fails, and keeps what was there', async () => {
    await storage.put('a/b', 'old');
    await expect(
      storage.put('a/b', Readable.from([Buffer.alloc(64)]), { maxBytes: 10 }),
    ).rejects.toMatchObject({ code: 'TOO_LARGE' });
    const broken = (async function* () {
      yield Buffer.from('half');
      throw new Error('the line went dead');
    })();
    await expect(storage.put('a/b', broken)).rejects.toThrow('the line went dead');
    expect(String(await storage.read('a/b'))).toBe('old');
    expect(await readdir(join(root, '.tmp'))).toEqual([]);
  });

  it('takes over a local file', async () => {
    const path = join(root, 'upload');
    await writeFile(path, 'bytes');
    expect(await storage.putFile('a/source', path)).toMatchObject({ sizeBytes: 5 });
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await storage.localPath('a/source', async (local) => (await stat(local)).size)).toBe(5);
  });

  it('deletes one object or all below a prefix, and lists what is there', async () => {
    for (const key of ['r/1/a', 'r/1/b/c', 'r/2/a', 'r/12/a']) await storage.put(key, 'x');
    await storage.delete('r/2/a');
    await storage.delete('r/2/a');
    await storage.deletePrefix('r/1');
    const left: string[] = [];
    for await (const { key } of storage.list('r')) left.push(key);
    expect(left).toEqual(['r/12/a']);
    expect(await storage.stat('r/1/a')).toBeNull();
    await expect(storage.open('r/1/a')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
