import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import Cursor from 'pg-cursor';
import type { SpawnedPostgres } from '../src/index.ts';
import { connect, PASSWORD, spawnDatabase, withClients } from './disposable-database.ts';

let database: SpawnedPostgres;
let url: string;
beforeAll(async () => {
  database = await spawnDatabase();
  ({ url } = database);
});
afterAll(() => database.stop());

const one = async (client: pg.Client, sql: string, values: unknown[] = []): Promise<unknown> => {
  const { rows } = await client.query<Record<string, unknown>>(sql, values);
  return Object.values(rows[0] ?? {})[0];
};

test('several processes with the same statement names get only their own answers', async () => {
  const script = fileURLToPath(new URL('./query-process.ts', import.meta.url));
  const results = await Promise.all(
    [1, 2, 3].map(async (who) => {
      const child = fork(script, [url, String(who), '400'], { execArgv: [] });
      const [message] = (await once(child, 'message')) as [{ wrong: number }];
      return message.wrong;
    }),
  );
  expect(results).toEqual([0, 0, 0]);
});

test('named statements belong to their connection and can be closed and made again', async () => {
  await withClients(url, 2, async (a, b) => {
    const run = (client: pg.Client, text: string) =>
      client.query<{ x: number }>({ name: 'same name', text }).then(({ rows }) => rows[0]?.x);
    expect([
      await run(a, 'SELECT 1 AS x'),
      await run(b, 'SELECT 2 AS x'),
      await run(a, 'SELECT 1 AS x'),
    ]).toEqual([1, 2, 1]);
  });
  await withClients(url, 1, async (c) => {
    expect((await c.query({ name: 'same name', text: 'SELECT 3 AS x' })).rows).toEqual([{ x: 3 }]);
  });
});

test('a failed statement aborts its transaction, tells PostgreSQL’s own code, and leaves the connection usable', async () => {
  await withClients(url, 2, async (a, b) => {
    await a.query('CREATE TABLE failing (id int PRIMARY KEY)');
    await a.query('BEGIN');
    await a.query('INSERT INTO failing VALUES (1)');
    await expect(a.query('INSERT INTO failing VALUES ($1)', [1])).rejects.toMatchObject({
      code: '23505',
      constraint: 'failing_pkey',
    });
    await expect(a.query('SELECT $1::int', [1])).rejects.toMatchObject({ code: '25P02' });
    const waiting = one(b, 'SELECT count(*)::int FROM failing');
    await a.query('ROLLBACK');
    expect(await waiting).toBe(0);
    await a.query('BEGIN');
    await a.query('INSERT INTO failing VALUES (2)');
    await a.query('SAVEPOINT s');
    await expect(a.query('INSERT INTO failing VALUES (2)')).rejects.toMatchObject({ code: '23505' });
    await a.query('ROLLBACK TO s');
    await a.query('COMMIT');
    expect(await one(b, 'SELECT count(*)::int FROM failing')).toBe(1);
  });
});

test('nobody sees or waits inside another’s transaction, and a connection that vanishes is rolled back', async () => {
  await withClients(url, 2, async (a, b) => {
    await a.query('CREATE TABLE isolated (id int)');
    await a.query('BEGIN');
    await a.query('INSERT INTO isolated VALUES (1)');
    const seen = one(b, 'SELECT count(*)::int FROM isolated');
    await a.query('INSERT INTO isolated VALUES (2)');
    await a.query('COMMIT');
    expect(await seen).toBe(2);

    const ghost = await connect(url);
    await ghost.query('BEGIN');
    await ghost.query('INSERT INTO isolated VALUES (3)');
    (ghost as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    expect(await one(b, 'SELECT count(*)::int FROM isolated')).toBe(2);
  });
});

test('FOR UPDATE SKIP LOCKED hands each job out once', async () => {
  await withClients(url, 4, async (...workers) => {
    await workers[0]?.query(
      'CREATE TABLE jobs (id int PRIMARY KEY, taken_by int); INSERT INTO jobs SELECT generate_series(1, 200)',
    );
    const taken = await Promise.all(
      workers.map(async (client, who) => {
        const mine: number[] = [];
        for (;;) {
          await client.query('BEGIN');
          const { rows } = await client.query<{ id: number }>(
            'SELECT id FROM jobs WHERE taken_by IS NULL ORDER BY id LIMIT 5 FOR UPDATE SKIP LOCKED',
          );
          await client.query('UPDATE jobs SET taken_by = $1 WHERE id = ANY($2)', [
            who,
            rows.map(({ id }) => id),
          ]);
          await client.query('COMMIT');
          if (rows.length === 0) return mine;
          mine.push(...rows.map(({ id }) => id));
        }
      }),
    );
    const all = taken.flat().sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(taken.filter((mine) => mine.length > 0).length).toBeGreaterThan(1);
  });
});

describe('COPY', () => {
  test('in and out, with errors told', async () => {
    await withClients(url, 2, async (a, b) => {
      await a.query('CREATE TABLE copied (name text, n int)');
      const rows = Array.from({ length: 5000 }, (_, index) => `row ${index}\t${index}\n`);
      await pipeline(Readable.from(rows), a.query(copyFrom('/* in */ COPY copied (name, n) FROM STDIN')));
      let text = '';
      for await (const chunk of b.query(copyTo('COPY (SELECT * FROM copied ORDER BY n) TO STDOUT')))
        text += String(chunk);
      expect(text).toBe(rows.join(''));

      await expect(
        pipeline(Readable.from(['x\tnot a number\n']), a.query(copyFrom('COPY copied FROM STDIN'))),
      ).rejects.toMatchObject({ code: '22P02' });
      await expect(
        pipeline(Readable.from(['x\n']), a.query(copyFrom('COPY missing FROM STDIN'))),
      ).rejects.toMatchObject({ code: '42P01' });
      expect(await one(a, 'SELECT count(*)::int FROM copied')).toBe(5000);
    });
  });

  test('is refused with a reason where its data could not follow', async () => {
    await withClients(url, 1, async (a) => {
      await a.query('CREATE TABLE refused_copy (n int)');
      await expect(a.query('BEGIN; COPY refused_copy FROM STDIN')).rejects.toMatchObject({ code: '0A000' });
      await expect(a.query({ name: 'c', text: 'COPY refused_copy FROM STDIN' })).rejects.toMatchObject({
        code: '0A000',
      });
      expect(await one(a, 'SELECT 1')).toBe(1);
    });
  });
});

test('an unnamed statement is still there after another connection used its own', async () => {
  await withClients(url, 2, async (a, b) => {
    const { connection } = a as unknown as {
      connection: pg.Connection & {
        once(event: 'dataRow', listener: (row: { fields: string[] }) => void): void;
      };
    };
    const ready = () => new Promise<void>((resolve) => connection.once('readyForQuery', () => resolve()));
    const prepared = ready();
    connection.parse({ name: '', text: 'SELECT $1::int * 2', types: [] }, false);
    connection.sync();
    await prepared;
    expect(await one(b, 'SELECT $1::text', ['theirs'])).toBe('theirs');
    const executed = ready();
    const row = new Promise<string[]>((resolve) =>
      connection.once('dataRow', ({ fields }) => resolve(fields)),
    );
    connection.bind({ values: ['21'] }, false);
    connection.execute({ portal: '' }, false);
    connection.sync();
    expect((await row).map(String)).toEqual(['42']);
    await executed;
  });
});

test('a cursor reads in parts while others wait for its end', async () => {
  await withClients(url, 2, async (a, b) => {
    const cursor = a.query(new Cursor<{ n: number }>('SELECT n FROM generate_series(1, $1::int) n', [1000]));
    const first = await cursor.read(10);
    const other = one(b, 'SELECT 7');
    const rest = await cursor.read(2000);
    await cursor.close();
    expect([first.length, rest.length, rest.at(-1)?.n, await other]).toEqual([10, 990, 1000, 7]);
    await expect(
      a.query(new Cursor('SELECT 1 / (n - 5) FROM generate_series(1, 9) n')).read(100),
    ).rejects.toMatchObject({ code: '22012' });
    expect(await one(a, 'SELECT 8')).toBe(8);
  });
});

test('psql connects, describes and copies', async () => {
  const psql = (...commands: string[]) =>
    promisify(execFile)(
      'psql',
      [
        '-X',
        '-q',
        '-A',
        '-t',
        '-v',
        'ON_ERROR_STOP=1',
        url,
        ...commands.flatMap((command) => ['-c', command]),
      ],
      { env: { ...process.env, PGCLIENTENCODING: 'UTF8' } },
    );
  try {
    await promisify(execFile)('psql', ['--version']);
  } catch {
    console.warn('SKIPPED: psql is not installed, so that it connects was not tested');
    return;
  }
  const { stdout } = await psql(
    'CREATE TABLE by_psql (name text)',
    `\\copy by_psql FROM PROGRAM 'printf "ä\\nb\\n"'`,
    'SELECT string_agg(name, chr(43)) FROM by_psql',
    '\\d by_psql',
  );
  expect(stdout).toContain('ä+b');
  expect(stdout).toContain('name|text');
  await expect(
    promisify(execFile)('psql', ['-X', url.replace(encodeURIComponent(PASSWORD), 'wrong'), '-c', 'SELECT 1']),
  ).rejects.toThrow(/password authentication failed/);
});
