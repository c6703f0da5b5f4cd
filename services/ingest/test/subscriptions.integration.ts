import { eventually } from '@colloquy/testkit';
import { RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start();
  await ingest.startWorker();
}, 120_000);
afterAll(() => ingest.stop());

async function imported(): Promise<string> {
  const input = { title: 'Imported', format: 'TEXT', content: 'Anna: Good morning.' };
  const { id = '' } = await ingest.mutate('importTranscript', 'ImportTranscriptInput!', input);
  return id;
}

async function timers(): Promise<number> {
  const metrics = await (await fetch(`${ingest.url}/metrics`)).text();
  return Number(/^nodejs_active_resources\{type="Timeout".*\} (\d+)$/m.exec(metrics)?.[1]);
}

it('leave nothing behind when they end', async () => {
  const id = await imported();
  await ingest.reaches(id, 'READY');
  const before = await timers();
  const ROUNDS = 40;
  for (let round = 0; round < ROUNDS; round++) {
    const updates = ingest.graph.subscribe(
      'subscription ($id: ID!) { recordingStatusChanged(recordingId: $id) { status } }',
      { id },
    );
    await updates.next();
    await updates.return?.();
  }
  await eventually(async () => (await timers()) < before + ROUNDS / 2, 5_000);
}, 60_000);

it('tell a list what happened while the service was away', async () => {
  ingest.importing = false;
  const id = await imported();
  const updates = ingest.graph.subscribe<{
    recordingsStatusChanged: { recordingId: string; status: string; recording: { title: string } };
  }>('subscription { recordingsStatusChanged { recordingId status recording { title } } }');
  const ready = (async () => {
    for await (const { recordingsStatusChanged: update } of updates)
      if (update.recordingId === id && update.status === 'READY') return update;
    return null;
  })();
  const result = await eventually(() => ingest.of('transcribed', id)[0]);
  await ingest.stopService();
  await ingest.imported(result as Parameters<RunningIngest['imported']>[0]);
  await ingest.startService();
  await ingest.reaches(id, 'READY');
  expect(await ready).toMatchObject({ recording: { title: 'Imported' } });
}, 60_000);
