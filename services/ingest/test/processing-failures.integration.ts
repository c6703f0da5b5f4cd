import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@colloquy/testkit';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start();
  await ingest.startWorker();
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});
afterEach(() => ingest.script({}));

async function create(bytes: Buffer): Promise<string> {
  const answer = await ingest.create(await ingest.upload(bytes, 'call.mp3'));
  if (!answer.id) throw new Error(JSON.stringify(answer));
  return answer.id;
}

const retry = (id: string, hints: Record<string, unknown> = {}) =>
  ingest.mutate('retryProcessing', 'RetryProcessingInput!', { id, ...hints });
const callsSince = (before: number) => ingest.calls().slice(before);
const folderOf = (id: string) => join(ingest.dataDir, 'storage/recordings', id);
const hasDecodedAudio = (id: string) => readdirSync(folderOf(id)).some((name) => name.endsWith('.pcm'));

describe('processing that fails', () => {
  it('ends a recording that kills its worker three times, with the reason', async () => {
    ingest.script({ recognizeMs: 50, failure: 'die' });
    const id = await create(audio(5, 'mp3'));
    const keeper = setInterval(
      () => void (ingest.workerLives ? undefined : ingest.killWorker().then(() => ingest.startWorker())),
      500,
    );
    try {
      const failed = await ingest.reaches(id, 'FAILED', 90_000);
      expect(failed.problem).toMatchObject({
        code: 'PROCESSING_WORKER_CRASHED',
        message: expect.stringContaining('3 times'),
      });
    } finally {
      clearInterval(keeper);
    }
    ingest.script({});
    await eventually(() => ingest.workerLives);
    expect(await retry(id)).toMatchObject({ status: 'QUEUED', processing: { attempt: 2 } });
    await ingest.reaches(id, 'READY');
  }, 120_000);

  it('tries again what may pass, and never bad input', async () => {
    ingest.script({ failure: 'transient' });
    const before = ingest.calls().length;
    const id = await create(audio(4, 'mp3'));
    // Each call does what it was told when it began.
    await eventually(() => callsSince(before).includes('recognize 0'));
    ingest.script({});
    const putOff = await eventually(async () => {
      const found = await ingest.recording(id);
      return found?.processing?.message.includes('Trying again in') ? found : null;
    });
    expect(putOff.status).toBe('PROCESSING');
    await ingest.reaches(id, 'READY');

    ingest.script({ failure: 'permanent' });
    const other = await create(audio(4, 'mp3'));
    const failed = await ingest.reaches(other, 'FAILED');
    expect(failed.problem).toMatchObject({ code: 'SCRIPTED_PERMANENT', recovery: ['Tell it not to.'] });
    expect(callsSince(before).filter((call) => call.startsWith('recognize'))).toHaveLength(3);
  }, 60_000);

  it('leaves no decoded audio behind when it has been put off for the last time', async () => {
    ingest.script({ failure: 'transient', recognizeMs: 6_000 });
    const before = ingest.calls().length;
    const id = await create(audio(4, 'mp3'));
    await eventually(() => callsSince(before).includes('recognize 0'));
    expect(hasDecodedAudio(id)).toBe(true);
    // The waiting in between would take minutes.
    await ingest.platform.dataSource.query(
      'update ingest.processing_job set step_failures = 5 where recording_id = $1',
      [id],
    );
    await ingest.reaches(id, 'FAILED');
    await eventually(() => !hasDecodedAudio(id));
  }, 60_000);

  it('says at once that the uploaded file is gone', async () => {
    const id = await create(audio(5, 'mp3'));
    await ingest.reaches(id, 'READY', 60_000);
    rmSync(join(folderOf(id), 'source'));
    await retry(id, { expectedSpeakers: 2 });
    const { problem } = await ingest.reaches(id, 'FAILED', 20_000);
    expect(problem).toMatchObject({ code: 'AUDIO_MISSING' });
  }, 90_000);

  it('fails with the reason when the result becomes no transcript, and goes on with it when retried', async () => {
    ingest.importing = false;
    const id = await create(audio(5, 'mp3'));
    const result = await eventually(() => ingest.of('transcribed', id)[0]);
    await ingest.refuse(result, 'TRANSCRIPT_RESULT_UNREADABLE');
    const { problem } = await ingest.reaches(id, 'FAILED');
    expect(problem).toMatchObject({ code: 'TRANSCRIPT_RESULT_UNREADABLE' });
    ingest.importing = true;
    const before = ingest.calls().length;
    await retry(id);
    await ingest.reaches(id, 'READY');
    expect(callsSince(before)).toEqual([]);
  });
});
