import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'node:net';
import { startEmbeddedPostgres } from '../src/index.ts';
import { eventually, PASSWORD, spawnDatabase, withClients, withFolder } from './disposable-database.ts';

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
