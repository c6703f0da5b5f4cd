import { recordingDeleted } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { nextRecordingStatement } from '../src/speaker-profile/reembedding.service.ts';
import { RunningService } from './running-service.ts';
import { change, profileNow, recordingOf, switchProfiles, voice, type Profile } from './speaker-profiles.ts';
import { VoiceWorker } from './voice-worker.ts';

interface Progress {
  code?: string;
  state: string;
  model: string | null;
  done: number;
  total: number;
  failed: number;
  skipped: number;
  problem: { code: string } | null;
}
const PROGRESS = 'state model done total failed skipped problem { code }';

let service: RunningService;
let worker: VoiceWorker;
let ann: Profile;
const heard = new Map<string, number[]>();
const listen = () =>
  VoiceWorker.start(service, (_key, recordingId) => heard.get(recordingId) ?? null).then((started) =>
    Object.assign(started, { model: 'bigger-256' }),
  );
beforeAll(async () => {
  service = await RunningService.start();
  worker = await listen();
  await switchProfiles(service, true);
  for (let person = 0; person < 4; person += 1) {
    const { recordingId, speakers } = await recordingOf(service, [voice(person * 4)]);
    heard.set(recordingId, voice(person * 4, 0, 256));
    if (person > 0) continue;
    const [speaker] = await speakers();
    ann = await change(service, `createSpeakerProfile(input: { name: "Ann", speakerId: "${speaker?.id}" })`);
  }
}, 60_000);
afterAll(async () => {
  await worker.die();
  await service.stop();
});

async function ask(mutation: string): Promise<Progress> {
  const { done } = await service.graph.query<{ done: Progress }>(
    `mutation { done: ${mutation} { ... on VoiceReembedding { ${PROGRESS} } ... on Problem { code } } }`,
  );
  return done;
}
const progress = async (): Promise<Progress> =>
  (await service.graph.query<{ voiceReembedding: Progress }>(`{ voiceReembedding { ${PROGRESS} } }`))
    .voiceReembedding;
const jobsOf = (requestId: string): Promise<unknown[]> =>
  service.ingest.dataSource.query(`select 1 from pgboss.job where data->>'requestId' = $1`, [requestId]);
const listenedTo = (): number => new Set(worker.asked.map(({ recordingId }) => recordingId)).size;

it('stops when asked to, keeping what is done', async () => {
  expect(await progress()).toMatchObject({ state: 'IDLE', done: 0 });
  worker.stuck = true;
  expect(await ask('reembedVoices')).toMatchObject({ state: 'RUNNING', done: 0, total: 4 });
  await eventually(() => worker.asked.length === 1);
  expect(await ask('cancelVoiceReembedding')).toMatchObject({ state: 'CANCELLED' });
  await worker.die();
  worker = await listen();
  // The answer to what was on its way is kept, and asks for nothing more.
  await eventually(() => worker.asked.length === 1, 20_000);
  await eventually(async () => {
    const waiting: unknown[] = await service.ingest.dataSource.query(
      `select 1 from pgboss.job where name like 'voice.%' and state in ('created', 'active', 'retry')`,
    );
    return waiting.length === 0;
  });
  expect(await progress()).toMatchObject({ state: 'CANCELLED' });
  expect(worker.asked).toHaveLength(1);

  // An answer that comes once more, or when nobody waits for it, leaves no voice behind.
  const [request] = worker.asked;
  if (request) await worker.answer(request, () => voice(0, 0, 256));
  await eventually(async () => (await jobsOf(request?.requestId ?? '')).length === 0);
}, 40_000);

it('goes on to the end when the worker dies in the middle, and people are recognised by the new vectors', async () => {
  const knownOtherwise = async (embedder: string) => {
    const { voiceReembedding } = await service.graph.query<{ voiceReembedding: { count: number } }>(
      'query ($embedder: String!) { voiceReembedding { count: knownOtherwise(embedder: $embedder) } }',
      { embedder },
    );
    return voiceReembedding.count;
  };
  // One was listened to before it was stopped.
  expect([await knownOtherwise('bigger-256'), await knownOtherwise('speaker-96')]).toEqual([3, 0]);
  worker.stuck = true;
  const feed = service.graph.subscribe<{ voiceReembeddingChanged: Progress }>(
    'subscription { voiceReembeddingChanged { state done } }',
  );
  expect((await feed.next()).value?.voiceReembeddingChanged).toMatchObject({ state: 'CANCELLED' });
  expect(await ask('reembedVoices')).toMatchObject({ state: 'RUNNING' });
  await eventually(() => worker.asked.length === 2);
  await worker.die();
  worker = await listen();
  const steps: number[] = [];
  for await (const { voiceReembeddingChanged: now } of feed) {
    steps.push(now.done);
    if (now.state === 'DONE') break;
  }
  expect(await knownOtherwise('bigger-256')).toBe(0);
  expect(steps[0]).toBe(0);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(await progress()).toMatchObject({ model: 'bigger-256', failed: 0, problem: null });
  const rows: { model: string; count: string }[] = await service.ingest.dataSource.query(
    `select model, count(*) from transcript.speaker_embedding group by model order by model`,
  );
  expect(rows).toEqual([
    { model: 'bigger-256', count: '4' },
    { model: 'speaker-96', count: '4' },
  ]);
  expect(await profileNow(service, ann.id)).toMatchObject({
    sampleCount: 1,
    samples: [{ model: 'bigger-256', pending: false }],
  });
  const { speakers } = await recordingOf(service, [voice(0, 0, 256)], { model: 'bigger-256' });
  await eventually(async () => (await speakers())[0]?.profile?.id === ann.id);
}, 60_000);

it('asks nobody again whose voice is known by the embedder in use', async () => {
  const before = listenedTo();
  expect(await ask('reembedVoices')).toMatchObject({ state: 'RUNNING' });
  await eventually(async () => (await progress()).state === 'DONE');
  // The first is asked to learn which embedder is in use.
  expect(listenedTo() - before).toBeLessThanOrEqual(1);
});

it('leaves out recordings without audio, and says so', async () => {
  const without = {
    code: 'RECORDING_WITHOUT_AUDIO',
    message: 'No audio.',
    troubleshooting: [],
    recovery: [],
  };
  worker.problem = without;
  const { done: before } = await progress();
  await ask('reembedVoices');
  await eventually(async () => (await progress()).state === 'DONE');
  const now = await progress();
  expect(before).toBeGreaterThan(0);
  expect(now).toMatchObject({ failed: 0, skipped: now.done, total: now.done, problem: null });
  worker.problem = null;
});

it('finds the next recording by an index, without reading all', async () => {
  const plan = await service.ingest.dataSource.transaction(async (tx) => {
    for (const way of ['seqscan', 'sort', 'hashjoin', 'bitmapscan'])
      await tx.query(`set local enable_${way} = off`);
    return tx.query<{ 'QUERY PLAN': string }[]>(`explain ${nextRecordingStatement}`, [
      LOCAL_WORKSPACE_ID,
      'bigger-256',
      null,
    ]);
  });
  const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(steps).toContain('Index Scan using speaker_recording');
  expect(steps).not.toMatch(/Aggregate|Sort/);
});

it('goes on when the recording listened to is deleted, or an answer can never be stored', async () => {
  await worker.die();
  await ask('reembedVoices');
  const { dataSource } = service.ingest;
  const waiting = async (): Promise<{ requestId: string; recordingId: string }> => {
    const [request] = await dataSource.query(
      'select id as "requestId", recording_id as "recordingId" from transcript.voice_request where reembedding',
    );
    return request;
  };
  const workspaceId = LOCAL_WORKSPACE_ID;
  await service.publish(recordingDeleted, { workspaceId, recordingId: (await waiting()).recordingId });
  await eventually(async () => (await progress()).done === 1);
  expect(await progress()).toMatchObject({ state: 'RUNNING', failed: 0 });

  const lost = { workspaceId, ...(await waiting()), model: 'bigger-256', voices: [], problem: null };
  const insert = `insert into pgboss.job (name, data) values ('voice.embedded/transcript/given-up', $1)`;
  await dataSource.query(insert, [lost]);
  await eventually(async () => (await progress()).done === 2);
  expect(await progress()).toMatchObject({
    state: 'RUNNING',
    failed: 1,
    problem: { code: 'VOICES_NOT_STORED' },
  });
  expect(await jobsOf(lost.requestId)).toEqual([]);

  // The same embedder tells more by now.
  for (const recordingId of heard.keys()) heard.set(recordingId, voice(0, 0, 300));
  worker = await listen();
  await eventually(async () => (await progress()).state === 'DONE');
  const rows: unknown[] = await dataSource.query(
    `select 1 from transcript.speaker_embedding where model = 'bigger-256' and dimensions = 300`,
  );
  expect(rows).toHaveLength(1);
}, 40_000);

it('gives up at once where the diarizer in use cannot do it, and is refused while profiles are off', async () => {
  worker.problem = { code: 'VOICES_NOT_EMBEDDABLE', message: 'No.', troubleshooting: [], recovery: [] };
  await recordingOf(service, [voice(40)]);
  await ask('reembedVoices');
  await eventually(async () => (await progress()).state === 'FAILED');
  expect(await progress()).toMatchObject({ done: 1, failed: 1, problem: { code: 'VOICES_NOT_EMBEDDABLE' } });
  await switchProfiles(service, false, {});
  expect(await ask('reembedVoices')).toEqual({ code: 'VOICE_PROFILES_OFF' });
});
