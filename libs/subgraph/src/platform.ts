import type { EventDefinition } from '@colloquy/contracts';
import type { DataSource } from 'typeorm';
import { openBus, type Bus } from './bus.ts';
import { connect, migrate } from './database/data-source.ts';
import type { PlatformEnv } from './env.ts';
import type { JobDefinition } from './jobs/job-definition.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { createLog, type Log } from './log.ts';

export interface PlatformOptions {
  /** The service's name, as events name their consumers. */
  name: string;
  env: PlatformEnv;
  dataSource: DataSource;
  handles?: readonly JobDefinition[];
  enqueues?: readonly JobDefinition[];
  consumes?: readonly EventDefinition[];
  publishes?: readonly EventDefinition[];
}

/** What a service or worker stands on: database, jobs and events, pub/sub, logs. */
export interface Platform {
  log: Log;
  bus: Bus;
  jobs: JobQueue;
  dataSource: DataSource;
  close(): Promise<void>;
}

/** Connects, migrates, opens the queues. Register handlers next, then `jobs.start()` (startSubgraph does it). */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { name, env, dataSource } = options;
  const log = createLog(name, env.LOG_LEVEL);
  await connect(dataSource);
  const migrations = await migrate(dataSource);
  if (migrations.length > 0) log.info({ migrations }, 'database migrated');
  const bus = await openBus({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, log });
  const jobs = new JobQueue({
    service: name,
    databaseUrl: env.DATABASE_URL,
    log,
    handles: options.handles ?? [],
    enqueues: options.enqueues ?? [],
    consumes: options.consumes ?? [],
    publishes: options.publishes ?? [],
  });
  await jobs.open();
  return {
    log,
    bus,
    jobs,
    dataSource,
    close: async () => {
      await jobs.close();
      await bus.close();
      await dataSource.destroy();
    },
  };
}

/** Runs `stop` once on SIGTERM or SIGINT, then exits; a second signal, or 10 s, exits at once. */
export function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), 10_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
