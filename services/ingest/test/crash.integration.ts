import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, wavOf } from '@colloquy/testkit';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start({}, { durable: true });
  await ingest.startWorker();
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

it('goes on when the database was killed in the middle of a piece, without doing it again', async () => {
  // The database is to be back before the first piece is done.
  ingest.script({ recognizeMs: 15_000 });
  const { id = '' } = await ingest.create(await ingest.upload(audio(65, 'mp3', '-b:a', '32k'), 'call.mp3'));
  const statuses: { status: string; progress: number }[] = [];
  const watching = (async () => {
    const updates = ingest.graph.subscribe<{ recordingStatusChanged: { status: string; progress: number } }>(
      'subscription ($id: ID!) { recordingStatusChanged(recordingId: $id) { status progress } }',
      { id },
    );
    for await (const { recordingStatusChanged } of updates) {
      statuses.push(recordingStatusChanged);
      if (recordingStatusChanged.status === 'READY') return;
    }
  })();
  await eventually(() => ingest.calls().includes('recognize 0'));
  ingest.script({ recognizeMs: 1_000 });
  ingest.killDatabase();
  await eventually(() => ingest.databaseRestarts === 1);
  await ingest.reaches(id, 'READY', 60_000);
  // The subscription, which heard nothing while the database was away, arrives at the end all the same.
  await watching;
  const progress = statuses.map((one) => one.progress);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(ingest.calls().filter((call) => call === 'recognize 0')).toHaveLength(1);
  expect(ingest.of('transcribed', id)).toHaveLength(1);
}, 120_000);

it('leaves nothing of a voice behind when the worker was killed while it decoded', async () => {
  const lying = () => readdirSync(join(ingest.dataDir, 'scratch'), { recursive: true }).map(String);
  await ingest.create(await ingest.upload(hoursOfHum(2), 'long.wav'));
  await eventually(() => lying().some((name) => name.endsWith('.pcm')));
  await ingest.killWorker();
  expect(lying()).not.toEqual([]);
  await ingest.startWorker();
  await eventually(() => lying().length === 0);
}, 60_000);

/** Made at once and a while to decode. */
const hoursOfHum = (hours: number): Buffer =>
  wavOf(Buffer.alloc(hours * 3_600 * 8_000, Buffer.from([96, 128, 160, 128])));
