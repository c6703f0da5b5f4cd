import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { spawnEmbeddedPostgres, type SpawnedPostgres, type SpawnOptions } from '../src/index.ts';

export const PASSWORD = 'p@ss wörd';

/** A database process on a free port, in memory unless told otherwise. */
export function spawnDatabase(options: Partial<SpawnOptions> = {}): Promise<SpawnedPostgres> {
  return spawnEmbeddedPostgres({
    dataDir: 'memory://',
    port: 0,
    password: PASSWORD,
    logLevel: 'error',
    ...options,
  });
}

/** A folder that is gone after `work`. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-postgres-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function connect(url: string, config: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, ...config });
  client.on('error', () => undefined); // the database may be stopped before the client is
  await client.connect();
  return client;
}

/** Runs `work` with clients that are closed afterwards. */
export async function withClients<T>(
  url: string,
  count: number,
  work: (...clients: pg.Client[]) => Promise<T>,
): Promise<T> {
  const clients = await Promise.all(Array.from({ length: count }, () => connect(url)));
  try {
    return await work(...clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`did not happen within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
