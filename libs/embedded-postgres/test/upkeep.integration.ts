import { once } from 'node:events';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from '../src/index.ts';
import {
  connect,
  eventually,
  PASSWORD,
  spawnDatabase,
  withClients,
  withFolder,
} from './disposable-database.ts';

async function withDatabase(
  options: Partial<EmbeddedPostgresOptions>,
  work: (database: EmbeddedPostgres) => Promise<void>,
): Promise<void> {
  const database = await startEmbeddedPostgres({
    dataDir: 'memory://',
    port: 0,
    password: PASSWORD,
    ...options,
  });
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

test('a transaction that idles while others wait is ended; one that nobody waits for is not', async () => {
  await withDatabase({ limits: { idleInTransactionMs: 300 } }, async ({ url }) => {
    const [idle, other] = [await connect(url), await connect(url)];
    const ended = once(idle, 'error');
    await idle.query('CREATE TABLE idled (id int)');
    await idle.query('BEGIN');
    await idle.query('INSERT INTO idled VALUES (1)');
    await new Promise((resolve) => setTimeout(resolve, 700));
    await idle.query('INSERT INTO idled VALUES (2)');
    expect((await other.query('SELECT count(*)::int AS n FROM idled')).rows).toEqual([{ n: 0 }]);
    expect((await ended)[0]).toMatchObject({ code: '25P03' });
    await other.end();
  });
});

test('a hung query ends the process, which is started again with everything that was committed', async () => {
  await withFolder(async (folder) => {
    const restarts: (string | null)[] = [];
    const database = await spawnDatabase({
      dataDir: join(folder, 'pg'),
      queryTimeoutSeconds: 1,
      logLevel: 'silent',
      onRestart: ({ signal }) => restarts.push(signal),
    });
    try {
      const [hung, waiting] = [await connect(database.url), await connect(database.url)];
      await hung.query('CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)');
      const lost = expect(
        hung.query('SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b'),
      ).rejects.toThrow();
      const lostToo = expect(waiting.query('SELECT 1')).rejects.toThrow();
      await Promise.all([lost, lostToo]);
      await eventually('the restart', () =>
        connect(database.url).then(
          (client) => client.end().then(() => true),
          () => false,
        ),
      );
      await withClients(database.url, 1, async (client) => {
        expect((await client.query('SELECT * FROM kept')).rows).toEqual([{ id: 1 }]);
      });
      expect(restarts).toEqual(['SIGKILL']);
    } finally {
      await database.stop();
    }
  });
}, 60_000);

test('tables are vacuumed and analysed without anybody asking', async () => {
  await withDatabase({ maintenance: { everyMs: 50, vacuumMs: 100 } }, async ({ url }) => {
    await withClients(url, 1, async (client) => {
      await client.query(
        'CREATE TABLE churned (id int); INSERT INTO churned SELECT generate_series(1, 5000)',
      );
      await client.query('DELETE FROM churned WHERE id > 100');
      await eventually('a vacuum', async () => {
        const { rows } = await client.query<{ done: boolean }>(
          `SELECT vacuum_count > 0 AND analyze_count > 0 AND n_dead_tup = 0 AS done FROM pg_stat_user_tables WHERE relname = 'churned'`,
        );
        return rows[0]?.done ?? false;
      });
    });
  });
});
