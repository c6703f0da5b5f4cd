import { tmpdir } from 'node:os';
import {
  createDataSource,
  LOCAL_WORKSPACE_ID as workspaceId,
  newId,
  startPlatform,
  type Platform,
} from '@colloquy/subgraph';
import { disposableDatabase, type DisposableDatabase } from '@colloquy/testkit';
import { CollectionMembers } from '../src/collection/collection-members.ts';
import {
  CollectionRemoval,
  expireCollectionJob,
  removeCollectionJob,
} from '../src/collection/collection-removal.service.ts';
import { CollectionService } from '../src/collection/collection.service.ts';
import { clipsAhead } from '../src/collection/clips-ahead.ts';
import { collectionChanged, collectionDeleted } from '@colloquy/contracts';
import { migrationConfig } from '../src/data-source.ts';
import { Recording } from '../src/recording/recording.entity.ts';
import { RecordingSource, RecordingStatus } from '../src/recording/recording-status.ts';

let database: DisposableDatabase;
let platform: Platform;
let collections: CollectionService;
let removal: CollectionRemoval;
const deleted: string[] = [];
/** What somebody does between the look which recordings go and their going. */
let meanwhile = async (_recordingId: string): Promise<void> => {};
beforeAll(async () => {
  database = await disposableDatabase();
  const dataSource = createDataSource({ url: database.url, ...migrationConfig });
  const env = {
    NODE_ENV: 'test' as const,
    DATABASE_URL: database.url,
    COLLOQUY_DATA: tmpdir(),
    LOG_LEVEL: 'silent' as const,
    GRAPH_URL: 'http://127.0.0.1:1/graphql',
  };
  platform = await startPlatform({
    name: 'ingest',
    env,
    dataSource,
    enqueues: [expireCollectionJob, removeCollectionJob],
    publishes: [collectionChanged, collectionDeleted],
  });
  const { jobs, bus } = platform;
  const members = new CollectionMembers(jobs, bus, { maxRecordings: 10, maxFileBytes: 1_000 });
  removal = new CollectionRemoval(dataSource, jobs, members, {
    deleteIf: async (_workspaceId, id, isToGo) => {
      await meanwhile(id);
      if (await isToGo(dataSource.manager)) deleted.push(id);
    },
  });
  collections = new CollectionService(dataSource, jobs, members, removal);
});
afterAll(async () => {
  await platform.close();
  await database.drop();
});

const anna = { workspaceId, ownerId: newId() };
const others = {
  colleague: { workspaceId, ownerId: newId() },
  stranger: { workspaceId: newId(), ownerId: anna.ownerId },
};

async function insert(status = RecordingStatus.READY): Promise<string> {
  const id = newId();
  await platform.dataSource.manager.insert(Recording, {
    id,
    workspaceId,
    title: 'call',
    status,
    source: RecordingSource.UPLOAD,
    createdAt: new Date(),
    hasPeaks: false,
  });
  return id;
}

it.each(Object.entries(others))('a %s neither sees nor changes a collection', async (_who, other) => {
  const { id } = await collections.create(anna, 'Mine', null);
  const recordingId = await insert();
  await collections.add(anna, id, [recordingId]);
  expect(await collections.find(anna, id)).toMatchObject({ name: 'Mine' });
  expect(await collections.find(other, id)).toBeNull();
  expect((await collections.page(other, { first: 10 })).totalCount).toBe(0);
  const attempts = [
    () => collections.rename(other, id, 'Theirs'),
    () => collections.setExpiry(other, id, null),
    () => collections.add(other, id, [recordingId]),
    () => collections.remove(other, id, [recordingId]),
    () => collections.reorder(other, id, [recordingId]),
    () => removal.delete(other, id, true),
  ];
  for (const attempt of attempts)
    await expect(attempt()).rejects.toMatchObject({ problem: { code: 'COLLECTION_NOT_FOUND' } });
});

it('a recording of another workspace cannot be put into a collection', async () => {
  const { id } = await collections.create(others.stranger, 'Theirs', null);
  await expect(collections.add(others.stranger, id, [await insert()])).rejects.toMatchObject({
    problem: { code: 'RECORDING_NOT_FOUND' },
  });
});

it('an expiry that was changed since does nothing', async () => {
  const soon = new Date(Date.now() + 60_000);
  const { id } = await collections.create(anna, 'Mine', soon);
  await collections.setExpiry(anna, id, new Date(Date.now() + 120_000));
  await removal.expire({ workspaceId, collectionId: id, expiresAt: soon.toISOString() });
  expect(await collections.find(anna, id)).not.toBeNull();
});

it('removing the same collection twice deletes and tells once', async () => {
  const { id } = await collections.create(anna, 'Mine', null);
  const recordingId = await insert();
  await collections.add(anna, id, [recordingId]);
  await platform.dataSource.query(
    'update ingest.collection_member set made_for_it = true where collection_id = $1',
    [id],
  );
  await removal.delete(anna, id, true);
  for (let time = 0; time < 2; time++)
    await removal.remove({ workspaceId, collectionId: id, withRecordings: true });
  expect(deleted).toEqual([recordingId]);
  const told: unknown[] = await platform.dataSource.query(
    "select 1 from pgboss.job where name = 'collection.deleted/transcript' and data @> $1::jsonb",
    [JSON.stringify({ collectionId: id })],
  );
  expect(told).toHaveLength(1);
});

it('a recording that is put into another collection while its own is removed stays', async () => {
  const [{ id }, other] = [
    await collections.create(anna, 'Mine', null),
    await collections.create(anna, 'Other', null),
  ];
  const recordingIds = [await insert(), await insert()];
  await collections.add(anna, id, recordingIds);
  await platform.dataSource.query(
    'update ingest.collection_member set made_for_it = true where collection_id = $1',
    [id],
  );
  deleted.length = 0;
  meanwhile = async (recordingId) => {
    if (recordingId === recordingIds[1]) await collections.add(anna, other.id, [recordingId]);
  };
  await removal.delete(anna, id, true);
  await removal.remove({ workspaceId, collectionId: id, withRecordings: true });
  expect(deleted).toEqual([recordingIds[0]]);
});

it('lets recordings of one collection stand behind others by how many of them are before', async () => {
  const { id } = await collections.create(anna, 'Mine', null);
  const [first, second, third] = [
    await insert(RecordingStatus.PROCESSING),
    await insert(RecordingStatus.READY),
    await insert(RecordingStatus.QUEUED),
  ];
  const alone = await insert(RecordingStatus.QUEUED);
  await collections.add(anna, id, [first, second, third]);
  const ahead = (recordingId: string) =>
    clipsAhead(platform.dataSource.manager, { recordingId, workspaceId });
  expect([await ahead(first), await ahead(third), await ahead(alone)]).toEqual([0, 1, 0]);
});
