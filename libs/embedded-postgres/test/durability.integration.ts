import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'node:net';
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
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

interface Output {
  code: number | null;
  line: { ready: boolean; code?: string; message?: string };
}

/** Runs the process until it ends by itself, which a failed start does. */
async function failedStart(env: Record<string, string>): Promise<Output> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_PORT: '0',
      DATABASE_PASSWORD: PASSWORD,
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, line: JSON.parse(text) as Output['line'] };
}

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
          () => acknowledged.length >= before + 10 + round * 7,
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
      expect({ lost, halves, enough: acknowledged.length > 1000 }).toEqual({
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

test('a second opener is refused by whatever path it comes, told who is first, and let in afterwards', async () => {
  await withFolder(async (folder) => {
    const dataDir = join(folder, 'pg');
    const first = await spawnDatabase({ dataDir });
    await symlink(dataDir, join(folder, 'alias'));
    for (const path of [dataDir, join(folder, 'alias'), `${folder}/./pg/`]) {
      const { code, line } = await failedStart({ EMBEDDED_PG_DATA: path });
      expect({ code, ...line }).toMatchObject({
        code: 'DIRECTORY_LOCKED',
        ready: false,
        message: expect.stringContaining(`process ${first.pid}`),
      });
      expect(code).toBe(4);
    }
    await expect(startEmbeddedPostgres({ dataDir, port: 0, password: PASSWORD })).rejects.toMatchObject({
      code: 'DIRECTORY_LOCKED',
    });
    process.kill(first.pid, 'SIGKILL');
    await eventually('its end', async () => hasEnded(first.pid));
    const second = await spawnDatabase({ dataDir });
    await withClients(second.url, 1, (client) => client.query('SELECT 1'));
    await second.stop();
  });
}, 60_000);

function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

test('an interrupted first start leaves nothing that looks like a database', async () => {
  await withFolder(async (folder) => {
    const dataDir = join(folder, 'pg');
    for (const afterMs of [300, 700, 1100]) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          EMBEDDED_PG_DATA: dataDir,
          DATABASE_PORT: '0',
          DATABASE_PASSWORD: PASSWORD,
          LOG_LEVEL: 'silent',
        },
      });
      const exited = once(child, 'exit');
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGKILL');
      await exited;
    }
    const database = await spawnDatabase({ dataDir });
    await withClients(database.url, 1, (client) => client.query('CREATE EXTENSION vector'));
    await database.stop();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect((await readdir(folder)).filter((name) => name.includes('.new-'))).toEqual([]);
  });
}, 60_000);

test('what cannot work is a clear error and an exit code', async () => {
  await withFolder(async (folder) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const taken = await failedStart({ EMBEDDED_PG_DATA: 'memory://', DATABASE_PORT: String(port) });
    server.close();
    expect(taken).toMatchObject({
      code: 3,
      line: { code: 'PORT_TAKEN', message: expect.stringContaining(String(port)) },
    });

    const foreign = join(folder, 'photos');
    await mkdir(foreign);
    await writeFile(join(foreign, 'cat.jpg'), 'meow');
    expect(await failedStart({ EMBEDDED_PG_DATA: foreign })).toMatchObject({
      code: 5,
      line: { code: 'DIRECTORY_UNUSABLE', message: expect.stringContaining('no PostgreSQL database') },
    });
    expect(await readFile(join(foreign, 'cat.jpg'), 'utf8')).toBe('meow');

    const dataDir = join(folder, 'pg');
    await (await spawnDatabase({ dataDir })).stop();
    const damages: [string, (copy: string) => Promise<unknown>][] = [
      ['PostgreSQL 17', (copy) => writeFile(join(copy, 'PG_VERSION'), '17\n')],
      ['pg_control is missing', (copy) => rm(join(copy, 'global/pg_control'))],
      ['does not start', (copy) => writeFile(join(copy, 'global/pg_control'), Buffer.alloc(8192, 7))],
      [
        'does not start',
        (copy) => rm(join(copy, 'base'), { recursive: true }).then(() => mkdir(join(copy, 'base'))),
      ],
    ];
    for (const [index, [reason, damage]] of damages.entries()) {
      const copy = join(folder, `damaged-${index}`);
      await cp(dataDir, copy, { recursive: true });
      await damage(copy);
      expect(await failedStart({ EMBEDDED_PG_DATA: copy })).toMatchObject({
        code: 5,
        line: { code: 'DIRECTORY_UNUSABLE', message: expect.stringContaining(reason) },
      });
    }
    expect(await failedStart({ EMBEDDED_PG_DATA: '' })).toMatchObject({
      code: 2,
      line: { code: 'INVALID_ENVIRONMENT' },
    });
  });
}, 60_000);

test('the process ends with its parent, however that ends, and frees the directory', async () => {
  await withFolder(async (folder) => {
    const dataDir = join(folder, 'pg');
    const index = new URL('../src/index.ts', import.meta.url).href;
    const parent = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { spawnEmbeddedPostgres } = await import(${JSON.stringify(index)}); const db = await spawnEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, port: 0, password: 'x', logLevel: 'error' }); console.log(db.pid)`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(String(output));
    parent.kill('SIGKILL');
    await eventually('the end of the database process', () => hasEnded(pid));
    await (await spawnDatabase({ dataDir })).stop();
  });
}, 60_000);
