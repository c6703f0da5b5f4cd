import { voiceRequested } from '@colloquy/contracts';
import { inTransaction, LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
let recordingId: string;
beforeAll(async () => {
  ingest = await RunningIngest.start();
  await ingest.startWorker();
  const { id = '' } = await ingest.create(await ingest.upload(audio(12, 'mp3', '-b:a', '32k'), 'call.mp3'));
  recordingId = id;
  await ingest.reaches(id, 'READY');
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

const VOICES = [
  { key: 'first', intervals: [{ startMs: 0, endMs: 4_000 }] },
  {
    key: 'second',
    intervals: [
      { startMs: 5_500, endMs: 7_000 },
      { startMs: 11_000, endMs: 90_000 },
    ],
  },
  { key: 'too little', intervals: [{ startMs: 10_000, endMs: 10_500 }] },
];

async function ask(about: Partial<{ recordingId: string }> = {}): Promise<string> {
  const requestId = newId();
  const request = { workspaceId: LOCAL_WORKSPACE_ID, recordingId, requestId, voices: VOICES, ...about };
  const { dataSource, jobs } = ingest.platform;
  await inTransaction(dataSource, (tx) => jobs.publish(tx, voiceRequested, request));
  return requestId;
}

const answers = (requestId: string) =>
  ingest.told.filter(({ event, payload }) => event === 'embedded' && payload['requestId'] === requestId);

/** The jobs about a request that may still lead to an answer. */
const unfinished = (requestId: string): Promise<unknown[]> =>
  ingest.platform.dataSource.query(
    `select name from pgboss.job where data->>'requestId' = $1 and state in ('created', 'active', 'retry')`,
    [requestId],
  );

it('listens to voices where they are heard, and leaves out who says too little', async () => {
  const requestId = await ask();
  const { payload } = await eventually(() => answers(requestId)[0]);
  expect(payload).toMatchObject({
    recordingId,
    model: 'scripted',
    problem: null,
    voices: [
      { key: 'first', vector: [1, 0, 0], speechMs: 4_000 },
      { key: 'second', vector: [0, 1, 0] },
    ],
  });
});

it('says why there are none', async () => {
  const elsewhere = await ask({ recordingId: newId() });
  const gone = await eventually(() => answers(elsewhere)[0]);
  expect(gone.payload).toMatchObject({ model: null, problem: { code: 'RECORDING_WITHOUT_AUDIO' } });
  ingest.script({ embedFailure: 'VOICES_NOT_EMBEDDABLE' });
  const refused = await ask();
  const answer = await eventually(() => answers(refused)[0]);
  expect(answer.payload).toMatchObject({ voices: [], problem: { code: 'VOICES_NOT_EMBEDDABLE' } });
  ingest.script({});
});

it('answers once when the worker is killed while it listens', async () => {
  const before = ingest.calls().length;
  ingest.script({ embedMs: 5_000 });
  const requestId = await ask();
  await eventually(() =>
    ingest
      .calls()
      .slice(before)
      .some((call) => call.startsWith('embed')),
  );
  await ingest.killWorker();
  ingest.script({});
  await ingest.startWorker();
  await eventually(() => answers(requestId)[0], 40_000);
  await eventually(async () => (await unfinished(requestId)).length === 0);
  expect(answers(requestId)).toHaveLength(1);
}, 60_000);
