import {
  createDataSource,
  LOCAL_WORKSPACE_ID as workspaceId,
  newId,
  startPlatform,
  type Context,
  type Platform,
} from '@colloquy/subgraph';
import { disposableDatabase, type DisposableDatabase } from '@colloquy/testkit';
import type { DataSource } from 'typeorm';
import { migrationConfig } from '../src/data-source.ts';
import { Recording } from '../src/recording/recording.entity.ts';
import { RecordingSource, RecordingStatus } from '../src/recording/recording-status.ts';
import { RecordingStatusFeed } from '../src/status/recording-status.feed.ts';
import { announce, statusOf, type RecordingStatusUpdate } from '../src/status/recording-status-update.ts';

const context = { workspaceId } as Context;
let database: DisposableDatabase;
let dataSource: DataSource;
let platform: Platform;
let feed: RecordingStatusFeed;
beforeAll(async () => {
  database = await disposableDatabase();
  dataSource = createDataSource({ url: database.url, ...migrationConfig });
  const env = {
    NODE_ENV: 'test' as const,
    DATABASE_URL: database.url,
    COLLOQUY_DATA: '/tmp',
    LOG_LEVEL: 'silent' as const,
    GRAPH_URL: 'http://127.0.0.1:1/graphql',
  };
  platform = await startPlatform({ name: 'ingest', env, dataSource });
  feed = new RecordingStatusFeed(dataSource, platform.bus);
});
afterAll(async () => {
  await platform.close();
  await database.drop();
});
beforeEach(() => dataSource.query('delete from ingest.recording'));

async function insert(title: string, status: RecordingStatus, changedMinutesAgo = 0): Promise<Recording> {
  const recording = Object.assign(new Recording(), {
    id: newId(),
    workspaceId,
    title,
    status,
    source: RecordingSource.UPLOAD,
    createdAt: new Date(),
    hasPeaks: false,
    deletedAt: null,
  });
  await dataSource.manager.insert(Recording, recording);
  await dataSource.query(
    'update ingest.recording set updated_at = now() - make_interval(mins => $2) where id = $1',
    [recording.id, changedMinutesAgo],
  );
  return recording;
}

type Updates = AsyncIterableIterator<RecordingStatusUpdate>;

async function take(updates: Updates, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const { value } = (await updates.next()) as { value: RecordingStatusUpdate };
    taken.push(`${value.recordingId} ${value.status}`);
  }
  return taken;
}

/** Ends a subscription that waits for news of its own. */
async function leaves(updates: Updates): Promise<void> {
  const waiting = updates.next();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await updates.return?.();
  expect(await waiting).toMatchObject({ done: true });
}

describe('a subscription of one recording', () => {
  it.each([RecordingStatus.READY, RecordingStatus.PROCESSING])(
    'of one that is %s ends as soon as its subscriber leaves',
    async (status) => {
      const { id } = await insert('call', status);
      const updates = feed.ofRecording(id, context);
      expect(await take(updates, 1)).toEqual([`${id} ${status}`]);
      await leaves(updates);
    },
  );
});

describe('a subscription of all recordings', () => {
  it('begins with what is in work or changed lately, in the order of the changes', async () => {
    const waiting = await insert('waits for an hour', RecordingStatus.QUEUED, 60);
    const ready = await insert('became ready', RecordingStatus.READY, 4);
    const failed = await insert('failed', RecordingStatus.FAILED, 2);
    await insert('was ready long before', RecordingStatus.READY, 6);
    const late = await insert('deleted while waiting', RecordingStatus.QUEUED, 60);
    await dataSource.query(
      `update ingest.recording set deleted_at = now() - interval '1 hour' where id = $1`,
      [late.id],
    );

    const updates = feed.ofWorkspace(context);
    expect(await take(updates, 3)).toEqual([
      `${waiting.id} QUEUED`,
      `${ready.id} READY`,
      `${failed.id} FAILED`,
    ]);

    // What a late message says about a recording is older than what was looked up.
    announce(platform.bus, statusOf(Object.assign(ready, { status: RecordingStatus.PROCESSING }), null));
    announce(platform.bus, statusOf(Object.assign(waiting, { status: RecordingStatus.PROCESSING }), null));
    expect(await take(updates, 1)).toEqual([`${waiting.id} PROCESSING`]);
    await leaves(updates);
  });

  it('counts every change of the row, and begins with a hundred at most', async () => {
    const renamed = await insert('old name', RecordingStatus.READY, 60);
    await dataSource.manager.update(Recording, { id: renamed.id, workspaceId }, { title: 'new name' });
    const updates = feed.ofWorkspace(context);
    expect(await take(updates, 1)).toEqual([`${renamed.id} READY`]);
    await leaves(updates);

    const many: Recording[] = [];
    for (let i = 0; i < 101; i++) many.push(await insert(`${i}`, RecordingStatus.QUEUED, 200 - i));
    const again = feed.ofWorkspace(context);
    expect(await take(again, 100)).toEqual([
      ...many.slice(2).map(({ id }) => `${id} QUEUED`),
      `${renamed.id} READY`,
    ]);
    await leaves(again);
  });
});
