import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@colloquy/testkit';
import { collectionsOf, type Progress } from './collection-graph.ts';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
let collections: ReturnType<typeof collectionsOf>;
beforeAll(async () => {
  ingest = await RunningIngest.start({
    COLLECTION_MAX_RECORDINGS: '3',
    COLLECTION_MAX_FILE_BYTES: '200000',
    WORKER_CONCURRENCY: '2',
    DELETE_GRACE_SECONDS: '1',
  });
  await ingest.startWorker();
  collections = collectionsOf(ingest);
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});
beforeEach(() => ingest.script({}));

const clip = (seconds = 4) => audio(seconds, 'mp3', '-b:a', '32k');
const upload = async (collectionId?: string, bytes = clip()) =>
  ingest.create(await ingest.upload(bytes, 'clip.mp3'), { collectionId });
const made = async (count: number) => {
  const { id } = await collections.create('Interviews');
  const clips: string[] = [];
  for (let i = 0; i < count; i++) clips.push((await upload(id)).id ?? '');
  return { id, clips };
};
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
/** Has an expiry come that was set: its job, with the date of then, runs at once. */
const comes = (collectionId: string, expiresAt: Date) =>
  ingest.platform.dataSource.query(
    `update pgboss.job set start_after = now()
      where name = 'ingest.expire-collection' and data->>'collectionId' = $1 and data->>'expiresAt' = $2`,
    [collectionId, expiresAt.toISOString()],
  );
const ids = (found: { recordings: { id: string }[] } | null) => found?.recordings.map((one) => one.id);

it('processes its recordings side by side and tells how far each is, through the death of a worker', async () => {
  ingest.script({ recognizeMs: 5_000 });
  // Both wait when the worker comes, however long the second took to arrive.
  await ingest.killWorker();
  const { id, clips } = await made(2);
  await ingest.startWorker();
  const heard: Progress[] = [];
  const watching = (async () => {
    for await (const { collectionProgress } of collections.watch(id)) {
      heard.push(collectionProgress);
      if (collectionProgress.ready === 2) return;
    }
  })();
  const bothAtWork = () =>
    heard.some((one) => one.clips.every(({ status, progress }) => status === 'PROCESSING' && progress > 0.3));
  await eventually(bothAtWork);
  await ingest.killWorker();
  await ingest.startWorker();
  await watching;
  expect(heard[0]?.clips.map((one) => one.recordingId)).toEqual(clips);
  // A worker that died took along what it had not written down: less than anybody sees.
  const fallen = heard.filter((one, i) => one.progress < (heard[i - 1]?.progress ?? 0) - 0.001);
  expect(fallen).toEqual([]);
  expect(heard.at(-1)).toMatchObject({ progress: 1, total: 2, ready: 2, inProgress: 0 });
  for (const clipId of clips) expect(ingest.of('transcribed', clipId)).toHaveLength(1);
}, 120_000);

it('tells who looks at it when it goes, and ends when it has gone', async () => {
  const { id } = await collections.create('Short-lived');
  const told: (string | null)[] = [];
  const watching = (async () => {
    const subscription = `subscription ($id: ID!) { collectionProgress(collectionId: $id) { collection { expiresAt } } }`;
    for await (const { collectionProgress } of ingest.graph.subscribe<{
      collectionProgress: { collection: { expiresAt: string | null } };
    }>(subscription, { id }))
      told.push(collectionProgress.collection.expiresAt);
  })();
  await eventually(() => told.length === 1);
  const expiresAt = inHours(1);
  await collections.setExpiry(id, expiresAt);
  await eventually(() => told.length === 2);
  await comes(id, expiresAt);
  await watching;
  expect(told).toEqual([null, expiresAt.toISOString()]);
}, 60_000);

it('tells who comes back how it is', async () => {
  const { id, clips } = await made(1);
  await ingest.reaches(clips[0] ?? '', 'READY');
  const { value } = await collections.watch(id).next();
  expect(value).toMatchObject({ collectionProgress: { progress: 1, ready: 1, total: 1 } });
});

it('refuses what is too much or too large, and keeps the upload for another try', async () => {
  const { id, clips } = await made(3);
  const uploadId = await ingest.upload(clip(), 'fourth.mp3');
  expect(await ingest.create(uploadId, { collectionId: id })).toMatchObject({
    code: 'COLLECTION_FULL',
    message: 'A collection holds at most 3 recordings.',
  });
  await collections.remove(id, clips[1] ?? '');
  const { id: fourth = '' } = await ingest.create(uploadId, { collectionId: id });
  expect(ids(await collections.find(id))).toEqual([clips[0], clips[2], fourth]);
  expect((await ingest.recording(clips[1] ?? ''))?.id).toBe(clips[1]);
  expect(await upload(id, clip(70))).toMatchObject({
    code: 'COLLECTION_FILE_TOO_LARGE',
    message: 'A file of a collection may have at most 0.2 MB.',
  });
  expect(await upload('0198f2f0-0000-7000-8000-000000000001')).toMatchObject({
    code: 'COLLECTION_NOT_FOUND',
  });
});

it('can be named, put in order and listed', async () => {
  const { id, clips } = await made(3);
  expect(ids(await collections.reorder(id, ...clips.toReversed()))).toEqual(clips.toReversed());
  expect(await collections.reorder(id, ...clips.slice(1))).toMatchObject({
    code: 'COLLECTION_ORDER_OUTDATED',
  });
  expect(await collections.rename(id, '  Calls\nof May ')).toMatchObject({ name: 'Calls of May' });
  const told = await eventually(() =>
    ingest.told.findLast(
      ({ event, payload }) => event === 'collection-changed' && payload['name'] === 'Calls of May',
    ),
  );
  expect(told.payload).toMatchObject({ collectionId: id, recordingIds: clips.toReversed() });
  const { edges, totalCount } = await collections.list(1);
  expect(edges[0]?.node.id).toBe(id);
  const next = await collections.list(100, edges[0]?.cursor);
  expect(next.edges).toHaveLength(totalCount - 1);
});

it('can be stopped and gone on with as a whole', async () => {
  ingest.script({ recognizeMs: 20_000 });
  const { id, clips } = await made(2);
  await eventually(async () => (await collections.find(id))?.progress.clips[0]?.status === 'PROCESSING');
  await collections.cancel(id);
  await eventually(async () => (await collections.find(id))?.progress.cancelled === 2);
  ingest.script({});
  expect((await collections.retry(id)).progress.inProgress).toBe(2);
  for (const clipId of clips) await ingest.reaches(clipId, 'READY');
});

it('expires with all that was made for it, and leaves what others have', async () => {
  const { id, clips } = await made(2);
  const [own = '', shared = ''] = clips;
  const { id: added = '' } = await upload();
  await collections.add(id, added);
  const { id: other } = await collections.create('Other');
  await collections.add(other, shared);
  expect(await collections.setExpiry(id, new Date(Date.now() - 1))).toMatchObject({ code: 'INPUT_INVALID' });
  const [first, later] = [inHours(1), inHours(2)];
  await collections.setExpiry(id, first);
  const watching = collections.watch(id);
  await watching.next();
  await collections.setExpiry(id, later);
  // One that was changed since ends nothing.
  await comes(id, first);
  await eventually(async () => {
    const jobs: { state: string }[] = await ingest.platform.dataSource.query(
      `select state from pgboss.job where name = 'ingest.expire-collection' and data->>'expiresAt' = $1`,
      [first.toISOString()],
    );
    return jobs.every(({ state }) => state === 'completed');
  });
  expect(await collections.find(id)).not.toBeNull();
  await comes(id, later);
  await eventually(async () => (await collections.find(id)) === null);
  for (let step = await watching.next(); !step.done;) step = await watching.next();

  const files = (recordingId: string) => join(ingest.dataDir, 'storage/recordings', recordingId);
  await eventually(() => ingest.of('deleted', own)[0]);
  expect(existsSync(files(own))).toBe(false);
  await eventually(() =>
    ingest.told.find(
      ({ event, payload }) => event === 'collection-deleted' && payload['collectionId'] === id,
    ),
  );
  for (const kept of [shared, added]) {
    expect(await ingest.recording(kept)).not.toBeNull();
    expect(existsSync(files(kept))).toBe(true);
  }
  expect(ids(await collections.find(other))).toEqual([shared]);
  const { dataSource } = ingest.platform;
  for (const table of ['collection', 'collection_member']) {
    const column = table === 'collection' ? 'id' : 'collection_id';
    expect(await dataSource.query(`select 1 from ingest.${table} where ${column} = $1`, [id])).toEqual([]);
  }
  expect(
    await dataSource.query('select 1 from pgboss.job where data @> $1::jsonb and name not like $2', [
      JSON.stringify({ collectionId: id }),
      'collection.deleted/%',
    ]),
  ).toEqual([]);
}, 60_000);

it('is deleted with its recordings or without', async () => {
  const kept = await made(1);
  expect(await collections.delete(kept.id, false)).toMatchObject({ deletedRecordings: 0 });
  expect(await collections.find(kept.id)).toBeNull();
  const gone = await made(2);
  expect(await collections.delete(gone.id, true)).toMatchObject({ deletedRecordings: 2 });
  await eventually(async () => (await ingest.recording(gone.clips[1] ?? '')) === null);
  expect(await ingest.recording(kept.clips[0] ?? '')).not.toBeNull();
  expect(await collections.delete(gone.id, true)).toMatchObject({ code: 'COLLECTION_NOT_FOUND' });
});
