import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DELIVERY_CALL, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import { Colloquy } from '../src/index.ts';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^## (.*)\n[^]*?```js\n([^]*?)```/gm)].map(
  ([, title = '', code = '']) => ({
    title,
    code,
  }),
);

let stack: Stack;
let folder: string;

beforeAll(async () => {
  // Inside the package, which knows itself by its name: the examples run on what is published.
  mkdirSync(join(packageFolder, '.tmp'), { recursive: true });
  folder = mkdtempSync(join(packageFolder, '.tmp', 'examples-'));
  speakDialogue(DELIVERY_CALL.slice(4, 5), join(folder, 'call.mp3'));
  stack = await startStack();
}, 120_000);

afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(title: string): Promise<string> {
  const file = join(folder, `${title.toLowerCase().replaceAll(/\W+/g, '-')}.mjs`);
  writeFileSync(file, examples.find((example) => example.title === title)?.code ?? '');
  const { stdout } = await promisify(execFile)('node', [file], {
    cwd: folder,
    env: { ...process.env, COLLOQUY_URL: stack.url },
  });
  return stdout;
}

describe('the examples of the README', () => {
  const expected: Record<string, (said: string) => void> = {
    'Upload a file and read what was said': (said) => expect(said).toMatch(/^0\.\d Speaker 1: .*plan/im),
    'Upload a stream, and go on after a breakdown': (said) => {
      expect(said).toMatch(/^Delivery, streamed (UPLOADED|QUEUED|PROCESSING|READY)\n$/);
      expect(existsSync(join(folder, 'call.upload'))).toBe(true);
    },
    'Import a transcript, search, ask': (said) => {
      expect(said).toContain('Kick-off, Ben: The lighthouse opens on the first of May.\n');
      expect(said).toMatch(
        /\[1\] Ben: “The lighthouse opens on the first of May\.” http.*\/recordings\/.*\?t=\d+\n/,
      );
    },
    'List, correct, take away': (said) => {
      expect(said).toMatch(/^SEGMENT_\w+ /);
      expect(said).toMatch(/Kick-off .*\.txt .*Benjamin: The lighthouse opens in June\./s);
    },
    Stop: (said) => expect(said).toBe('TimeoutError\n'),
  };

  it('are all tested', () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(expected));
  });

  it.each(Object.entries(expected))('%s', async (title, check) => check(await run(title)), 60_000);
});

describe('an upload that breaks off', () => {
  const bytes = randomBytes(600_000);
  const chunkBytes = 100_000;

  /** In small pieces with pauses between, so that something can happen meanwhile. */
  async function* slowly(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 20_000) {
      yield bytes.subarray(at, at + 20_000);
      await setTimeout(20);
    }
  }
  const arrived = (uploadId: string) => readFileSync(join(stack.dataDir, 'uploads', uploadId));

  it('goes on in another process with what the server lacks, from a file and from a stream', async () => {
    const { recordings } = new Colloquy({ url: stack.url });
    for (const source of [() => new Blob([bytes]), slowly]) {
      let address = '';
      const leaving = new AbortController();
      const broken = recordings.uploadBytes(source(), {
        chunkBytes,
        signal: leaving.signal,
        onStarted: (started) => (address = started),
        onProgress: ({ sentBytes }) => {
          if (sentBytes >= 3 * chunkBytes) leaving.abort(new Error('left'));
        },
      });
      await expect(broken).rejects.toThrow('left');
      const sent: number[] = [];
      const uploadId = await recordings.uploadBytes(source(), {
        chunkBytes,
        resumeFrom: address,
        onProgress: ({ sentBytes }) => sent.push(sentBytes),
      });
      expect(address).toMatch(new RegExp(`/upload/${uploadId}$`));
      expect(sent[0]).toBeGreaterThanOrEqual(2 * chunkBytes);
      expect(arrived(uploadId).equals(bytes)).toBe(true);
    }
  });

  it('survives the death of the service that takes it', async () => {
    let killed = false;
    const uploadId = await new Colloquy({ url: stack.url }).recordings.uploadBytes(slowly(), {
      chunkBytes,
      onProgress: ({ sentBytes }) => {
        if (killed || sentBytes < 2 * chunkBytes) return;
        killed = true;
        stack.kill('ingest');
      },
    });
    expect(killed).toBe(true);
    expect(arrived(uploadId).equals(bytes)).toBe(true);
  }, 60_000);

  it('of what is no audio is refused as a recording, in words', async () => {
    const { recordings } = new Colloquy({ url: stack.url });
    await expect(recordings.upload(new Blob(['no audio']), { fileName: 'notes.mp3' })).rejects.toMatchObject({
      name: 'ColloquyError',
      code: 'UPLOAD_NOT_AUDIO',
      recovery: [expect.any(String)],
    });
  });
});
