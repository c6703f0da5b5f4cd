import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalFolder } from '@colloquy/storage';
import { createDataSource, inTransaction, newId, startPlatform, type Platform } from '@colloquy/subgraph';
import { disposableDatabase, type DisposableDatabase } from '@colloquy/testkit';
import { migrationConfig } from '../src/data-source.ts';
import { EngineRun } from '../src/processing/engine-run.entity.ts';
import { measuredSpeeds } from '../src/processing/engine-speed.ts';
import { chunkStepJob, shortStepJob } from '../src/processing/processing-step.job.ts';
import { ProcessingService } from '../src/processing/processing.service.ts';
import { RunStore } from '../src/processing/run.store.ts';
import { Recording } from '../src/recording/recording.entity.ts';
import { ProcessingStage, RecordingSource, RecordingStatus } from '../src/recording/recording-status.ts';

let folder: string;
let database: DisposableDatabase;
let platform: Platform;
let runs: RunStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colloquy-workspaces-'));
  database = await disposableDatabase();
  const dataSource = createDataSource({ url: database.url, ...migrationConfig });
  const env = {
    NODE_ENV: 'test' as const,
    DATABASE_URL: database.url,
    COLLOQUY_DATA: folder,
    LOG_LEVEL: 'silent' as const,
    GRAPH_URL: 'http://127.0.0.1:1/graphql',
  };
  platform = await startPlatform({ name: 'ingest', env, dataSource, enqueues: [shortStepJob, chunkStepJob] });
  runs = new RunStore(dataSource, platform.jobs, platform.bus);
});
afterAll(async () => {
  await platform.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function insert(workspaceId: string): Promise<Recording> {
  const recording = Object.assign(new Recording(), {
    id: newId(),
    workspaceId,
    title: 'call',
    status: RecordingStatus.UPLOADED,
    source: RecordingSource.UPLOAD,
    createdAt: new Date(),
    durationMs: 100_000,
    hasPeaks: false,
    deletedAt: null,
  });
  await platform.dataSource.manager.insert(Recording, recording);
  return recording;
}

it('measures the speed of engines in one workspace by its own runs', async () => {
  const engine = { engine: 'e', model: 'm', version: '1' };
  const [slow, fast] = [newId(), newId()];
  for (const [workspaceId, seconds] of [
    [slow, 50],
    [fast, 10],
  ] as const) {
    const { id: recordingId } = await insert(workspaceId);
    for (const stage of ['diarize', 'transcribe']) {
      const run = { ...engine, id: newId(), workspaceId, recordingId, runId: newId(), stage, seconds };
      await platform.dataSource.manager.insert(EngineRun, run);
    }
  }
  const engines = { recognizer: engine, diarizer: engine, embedder: 'x' };
  expect(await measuredSpeeds(platform.dataSource, slow, engines)).toEqual({ diarize: 0.5, transcribe: 0.5 });
  expect(await measuredSpeeds(platform.dataSource, fast, engines)).toEqual({ diarize: 0.1, transcribe: 0.1 });
});

it('carries out no step in the name of another workspace', async () => {
  const { dataSource, jobs, bus } = platform;
  const recording = await insert(newId());
  const processing = new ProcessingService(dataSource, jobs, bus, runs, await openLocalFolder(folder));
  const run = await inTransaction(dataSource, (tx) => processing.start(tx, recording, { attempt: 1 }));
  const { workspaceId, id: recordingId } = recording;
  const step = { workspaceId, recordingId, runId: run.id, stepNumber: 0 };
  const foreign = { ...step, workspaceId: newId() };
  const shown = { stage: ProcessingStage.PROBE, progress: 0.1, message: 'x', etaSeconds: null };
  expect(await runs.begin(foreign)).toBeNull();
  expect(await runs.begin(step)).toMatchObject({ run: { id: run.id } });
  expect(await runs.saveProgress(foreign, shown)).toBe(false);
  expect(await runs.saveProgress(step, shown)).toBe(true);
  expect(await runs.complete(foreign, { next: 'PUBLISH' })).toBe(false);
});
