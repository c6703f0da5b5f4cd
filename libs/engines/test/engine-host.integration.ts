import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineHost } from '../src/host/engine-host.ts';
import { sileroModel, speaker96Model } from '../src/models/bundled.ts';
import { testFolder } from './synthetic-speech.ts';

const folder = testFolder();
const pcmPath = join(folder, 'noise.pcm');
const MINUTES = 20;
const slice = { pcmPath, startMs: 0, endMs: MINUTES * 60_000 };
const { signal } = new AbortController();
let host: EngineHost;

beforeAll(() => {
  // Twenty minutes of speech-like noise keep an engine busy for several seconds.
  const samples = Buffer.alloc(MINUTES * 60 * 32_000);
  for (let i = 0; i < samples.length; i += 2)
    samples.writeInt16LE(Math.round(Math.sin(i / 90) * Math.sin(i / 4_000) * 12_000), i);
  writeFileSync(pcmPath, samples);
});
beforeEach(() => {
  host = new EngineHost({ size: 1 });
});
afterEach(() => host.close());

const detect = async (options = {}, endMs = slice.endMs) =>
  host.run(
    'detect-speech',
    { slice: { ...slice, endMs }, vadModel: await sileroModel() },
    { signal, ...options },
  );

async function startedChild(): Promise<number> {
  for (;;) {
    const [pid] = host.pids;
    if (pid !== undefined) return pid;
    await sleep(10);
  }
}

test('a killed engine process is a transient error, and the next call has a new one', async () => {
  const running = detect();
  const pid = await startedChild();
  await sleep(300);
  process.kill(pid, 'SIGKILL');
  await expect(running).rejects.toMatchObject({
    code: 'ENGINE_CRASHED',
    transient: true,
    message: expect.stringContaining('SIGKILL'),
  });
  await expect(detect({}, 2_000)).resolves.toEqual(expect.any(Array));
  expect(host.pids).not.toContain(pid);
}, 60_000);

test('a model of the wrong kind ends the engine, not the caller', async () => {
  const notAVad = await speaker96Model();
  await expect(
    host.run('detect-speech', { slice: { ...slice, endMs: 5_000 }, vadModel: notAVad }, { signal }),
  ).rejects.toMatchObject({ code: 'MODEL_UNUSABLE', transient: false });
}, 60_000);

test('stopping ends the process', async () => {
  const stop = new AbortController();
  const running = detect({ signal: stop.signal });
  const pid = await startedChild();
  await sleep(300);
  const stopped = performance.now();
  stop.abort(new Error('cancelled by its owner'));
  await expect(running).rejects.toThrow('cancelled by its owner');
  while (isAlive(pid)) await sleep(10);
  // One that is kept for the next call ends by itself after half a minute.
  expect(performance.now() - stopped).toBeLessThan(20_000);
}, 60_000);

test('a call that takes too long ends with a transient error', async () => {
  await expect(detect({ timeoutMs: 400 })).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT', transient: true });
}, 60_000);

test('a missing file is the engine’s own error', async () => {
  await expect(
    host.run(
      'detect-speech',
      { slice: { ...slice, pcmPath: join(folder, 'none') }, vadModel: await sileroModel() },
      { signal },
    ),
  ).rejects.toMatchObject({ code: 'ENGINE_FAILED', transient: false });
});

test('calls beyond the size wait their turn; stopping a waiting one leaves the others alone', async () => {
  const stop = new AbortController();
  const first = detect({}, 30_000);
  const waiting = detect({ signal: stop.signal }, 30_000);
  const last = detect({}, 30_000);
  stop.abort(new Error('never mind'));
  await expect(waiting).rejects.toThrow('never mind');
  await expect(Promise.all([first, last])).resolves.toHaveLength(2);
  expect(host.pids).toHaveLength(1);
}, 60_000);

test('whoever gives up behind others takes no turn with them', async () => {
  const stop = new AbortController();
  const first = detect({}, 30_000);
  const second = detect({}, 30_000);
  const givenUp = detect({ signal: stop.signal }, 30_000);
  stop.abort(new Error('never mind'));
  await expect(givenUp).rejects.toThrow('never mind');
  await expect(Promise.all([first, second, detect({}, 30_000)])).resolves.toHaveLength(3);
}, 60_000);

test('closing ends running calls', async () => {
  const running = detect();
  await startedChild();
  await Promise.all([expect(running).rejects.toMatchObject({ transient: true }), host.close()]);
  expect(host.pids).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
