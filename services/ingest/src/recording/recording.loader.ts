import { isId, type Context } from '@colloquy/subgraph';
import DataLoader from 'dataloader';
import { In, IsNull, type DataSource } from 'typeorm';
import { EngineRun } from '../processing/engine-run.entity.ts';
import { ProcessingRun } from '../processing/processing-run.entity.ts';
import { Recording } from './recording.entity.ts';

/** Looks up what many fields of one request ask for one by one. */
export interface RecordingLoaders {
  /** Recordings of the viewer's workspace that are not deleted. */
  recording: DataLoader<string, Recording | null>;
  /** By run id. */
  run: DataLoader<string, ProcessingRun | null>;
  /** By recording id: of the latest run that came to a result, which need not be the latest. */
  engineRuns: DataLoader<string, EngineRun[]>;
}

/** Batches only, remembers nothing: a subscription keeps its context for hours and must see what is true now. */
const OPTIONS = { cache: false, maxBatchSize: 500 };

export class LoaderRegistry {
  private readonly loaders = new WeakMap<Context, RecordingLoaders>();

  constructor(private readonly dataSource: DataSource) {}

  of(context: Context): RecordingLoaders {
    const known = this.loaders.get(context) ?? this.make(context.workspaceId);
    this.loaders.set(context, known);
    return known;
  }

  private make(workspaceId: string): RecordingLoaders {
    const { manager } = this.dataSource;
    return {
      recording: new DataLoader(async (ids) => {
        const found = await manager.findBy(Recording, {
          id: In(ids.filter(isId)),
          workspaceId,
          deletedAt: IsNull(),
        });
        return inOrder(ids, found, ({ id }) => id);
      }, OPTIONS),
      run: new DataLoader(async (ids) => {
        // Not the voices and the plan: nobody outside asks for them.
        const select = {
          id: true,
          stage: true,
          progress: true,
          message: true,
          etaSeconds: true,
          attempt: true,
          startedAt: true,
          finishedAt: true,
          stepStarts: true,
          stepFailures: true,
        };
        const found = await manager.find(ProcessingRun, { select, where: { id: In([...ids]), workspaceId } });
        return inOrder(ids, found, ({ id }) => id);
      }, OPTIONS),
      engineRuns: new DataLoader(async (recordingIds) => {
        const found = await manager.find(EngineRun, {
          where: { recordingId: In([...recordingIds]), workspaceId },
          order: { id: 'DESC' },
        });
        const newestFirst = Map.groupBy(found, ({ recordingId }) => recordingId);
        return recordingIds.map((id) => {
          const [latest, ...others] = newestFirst.get(id) ?? [];
          return latest ? [latest, ...others.filter(({ runId }) => runId === latest.runId)].reverse() : [];
        });
      }, OPTIONS),
    };
  }
}

function inOrder<T>(keys: readonly string[], found: readonly T[], keyOf: (row: T) => string): (T | null)[] {
  const byKey = new Map(found.map((row) => [keyOf(row), row]));
  // Ids are case-insensitive to PostgreSQL and lower case when they come back.
  return keys.map((key) => byKey.get(key.toLowerCase()) ?? null);
}
