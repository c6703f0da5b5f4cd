import { openDirectory } from './engine/data-directory.ts';
import { lockDirectory, type DirectoryLock } from './engine/directory-lock.ts';
import { Engine, type CallWatch } from './engine/engine.ts';
import { cachedTemplate, keepTemplate } from './engine/template.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { silentLog, type Log } from './log.ts';
import { DEFAULT_MAINTENANCE, Maintenance, type MaintenanceTimes } from './pool/maintenance.ts';
import { HOST, WireServer } from './server.ts';

export const IN_MEMORY = 'memory://';

export interface EmbeddedPostgresOptions {
  /** Folder of the database, made when missing, or `memory://` for one that is forgotten on stop. */
  dataDir: string;
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  password: string;
  log?: Log;
  limits?: Partial<Limits>;
  maintenance?: Partial<MaintenanceTimes>;
  watch?: CallWatch;
  /** The engine failed and cannot go on; committed data is safe on disk. The default logs it and closes the server. */
  onFailure?: (error: unknown) => void;
}

export interface EmbeddedPostgres {
  /** `postgresql://…` with the password in it. */
  url: string;
  port: number;
  /** Ends the connections, writes a last checkpoint and frees port and directory. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in this process. A query blocks its thread while it runs, so outside of tests give it a process
 * of its own with `spawnEmbeddedPostgres`. Throws EmbeddedPostgresError.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? silentLog;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const server = new WireServer(limits);
  let lock: DirectoryLock | undefined;
  let engine: Engine | undefined;
  try {
    if (options.dataDir !== IN_MEMORY) lock = await lockDirectory(options.dataDir);
    const port = await server.listen(options.port);
    engine = lock ? await openDirectory(lock.directory) : await openInMemory();
    engine.watch = options.watch;
    const scheduler = server.serve(engine, options.password, (error) => {
      log.error({ error }, 'the database engine failed');
      if (options.onFailure) options.onFailure(error);
      else void server.close();
    });
    const maintenance = new Maintenance(
      engine,
      scheduler,
      { ...DEFAULT_MAINTENANCE, ...options.maintenance },
      log,
    );
    return {
      url: `postgresql://postgres:${encodeURIComponent(options.password)}@${HOST}:${port}/postgres`,
      port,
      stop: once(async () => {
        maintenance.stop();
        await server.close();
        scheduler.stop();
        await engine?.close();
        await lock?.release();
      }),
    };
  } catch (error) {
    await server.close();
    await engine?.close();
    await lock?.release();
    throw error;
  }
}

async function openInMemory(): Promise<Engine> {
  const template = await cachedTemplate();
  if (template) return Engine.open(undefined, template);
  const engine = await Engine.open(undefined);
  await keepTemplate(() => engine.dump());
  return engine;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
