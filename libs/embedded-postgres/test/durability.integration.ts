import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../src/index.ts';
import {
  connect,
  eventually,
  PASSWORD,
  spawnDatabase,
  withClients,
  withFolder,
} from './disposable-database.ts';

const ROUNDS = 20;
test(`kill -9 in a write load, ${ROUNDS} times: no acknowledged row is lost, no transaction is half there`, async () => {
  await withFolder(async (folder) => {
    let restarts = 0;
    const database = await spawnDatabase({ dataDir: join(folder, 'pg'), onRestart: () => (restarts += 1) });
    const writers: ChildProcess[] = [];
    try {
      await withClients(database.url, 1, (client) =>
        client.query(
          'CREATE TABLE first_half (who text, number int); CREATE TABLE second_half (who text, number int)',
        ),
      );
      const acknowledged: string[] = [];
      for (const who of ['a', 'b', 'c']) {
        const writer = fork(
          fileURLToPath(new URL('./write-process.ts', import.meta.url)),
          [database.url, who],
          { execArgv: [] },
        );
        writer.on('message', (number) => acknowledged.push(`${who} ${String(number)}`));
        writers.push(writer);
      }
      for (let round = 1; round <= ROUNDS; round++) {
        const before = acknowledged.length;
        // A different number of commits each round, so that the kill finds different moments.
        await eventually(
          `writes in round ${round}`,
          () => acknowledged.length >= before + 10 + round * 3,
          20_000,
        );
        const { pid } = database;
        process.kill(pid, 'SIGKILL');
        await eventually('a restart', () => restarts === round && database.pid !== pid, 20_000);
      }
      const before = acknowledged.length;
      await eventually('writes after the last round', () => acknowledged.length > before + 20, 20_000);
      for (const writer of writers) writer.kill();
      await Promise.all(
        writers.map((writer) =>
          writer.exitCode === null && writer.signalCode === null ? once(writer, 'exit') : undefined,
        ),
      );

      const client = await connect(database.url);
      const read = async (table: string) =>
        new Set(
          (await client.query<{ key: string }>(`SELECT who || ' ' || number AS key FROM ${table}`)).rows.map(
            ({ key }) => key,
          ),
        );
      const [first, second] = [await read('first_half'), await read('second_half')];
      await client.end();
      const lost = acknowledged.filter((key) => !first.has(key) || !second.has(key));
      const halves = [...first, ...second].filter((key) => !first.has(key) || !second.has(key));
      console.info(
        `${acknowledged.length} acknowledged transactions, ${lost.length} lost, ${first.size} stored, in ${ROUNDS} kills`,
      );
      expect({ lost, halves, enough: acknowledged.length > 500 }).toEqual({
        lost: [],
        halves: [],
        enough: true,
      });
    } finally {
      for (const writer of writers) writer.kill('SIGKILL');
      await database.stop();
    }
  });
}, 180_000);

test('a commit is synced to disk before it is acknowledged', async () => {
  await withFolder(async (folder) => {
    const log = join(folder, 'syncs');
    process.env.SYNC_LOG = log;
    process.env.NODE_OPTIONS = `--import ${new URL('./count-syncs.ts', import.meta.url).href}`;
    const database = await spawnDatabase({ dataDir: join(folder, 'pg') }).finally(() => {
      delete process.env.SYNC_LOG;
      delete process.env.NODE_OPTIONS;
    });
    await withClients(database.url, 1, async (client) => {
      await client.query('CREATE TABLE synced (body text)');
      for (let index = 0; index < 30; index++) {
        const { size } = await stat(log);
        await client.query('INSERT INTO synced VALUES ($1)', ['x']);
        expect((await stat(log)).size).toBeGreaterThan(size);
      }
    });
    await database.stop();
  });
}, 60_000);

test('WAL stays small under load', async () => {
  await withFolder(async (folder) => {
    const dataDir = join(folder, 'pg');
    const database = await startEmbeddedPostgres({
      dataDir,
      port: 0,
      password: PASSWORD,
      maintenance: { everyMs: 50 },
    });
    const segments = async () =>
      (await readdir(join(dataDir, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name)).length;
    await withClients(database.url, 1, async (client) => {
      await client.query('CREATE TABLE heavy (body text)');
      for (let round = 0; round < 30; round++) {
        await client.query(
          `INSERT INTO heavy SELECT repeat(md5(n::text), 10) FROM generate_series(1, 50000) n`,
        );
        await client.query('TRUNCATE heavy');
        await new Promise((resolve) => setTimeout(resolve, 60)); // the engine shares this thread with the timer
      }
      const { rows } = await client.query<{ mb: number }>(
        `SELECT (pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') / 1048576)::int AS mb`,
      );
      console.info(`${rows[0]?.mb} MB of WAL written, ${16 * (await segments())} MB kept`);
      expect(rows[0]?.mb).toBeGreaterThan(500);
      expect(await segments()).toBeLessThanOrEqual(14);
    });
    await database.stop();
  });
}, 60_000);
