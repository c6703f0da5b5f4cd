// What `npm start` and `npm test` need before anything of ours can run: Node, packages, programs, a build.
// Runs on the system's Node with nothing installed: only the standard library here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** PATH with the repository's own Node 24 and tools first. */
export const environment = () => ({
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  // The package would fetch GPU libraries from outside the registry; nothing here uses them.
  ONNXRUNTIME_NODE_INSTALL: 'skip',
});

export const say = (line) => process.stdout.write(`${line}\n`);

export function fail(message, advice = []) {
  process.stderr.write(`\n✗ ${message}\n${advice.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
}

function run(command, args, what) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment() });
  if (error) fail(`${what}: ${error.message}`);
  if (status !== 0) fail(`${what} failed (exit code ${status}).`, ['What went wrong stands above.']);
}

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    fail(`Node ${process.versions.node} is too old.`, ['Install Node 20 or newer: https://nodejs.org']);
  // There the packages bring Node 24 along (package.json, optionalDependencies).
  const brings = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
  if (!brings && major < 24)
    fail(`Node ${process.versions.node} is too old on ${process.platform} ${process.arch}.`, [
      'Install Node 24 or newer: https://nodejs.org',
    ]);
}

/** Installs the locked packages when they are missing or the lock file has changed since. */
export function installPackages() {
  const stamp = join(root, 'node_modules', '.colloquy-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('• Installing packages (the first time this takes a minute or two) …');
  // Not `npm ci`: it refuses a lock made where some other platform's packages were not to be had.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], 'npm install');
  writeFileSync(stamp, lock);
}

export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not here.
    }
  }
  return undefined;
}

const PROGRAMS = {
  ffmpeg: { packages: ['ffmpeg'], why: 'to read audio files' },
  pocketsphinx_batch: {
    packages: ['pocketsphinx', 'pocketsphinx-en-us'],
    why: 'to write down speech without a model download',
  },
  chromium: { packages: ['chromium'], why: 'for the browser tests' },
  flite: { packages: ['flite'], why: 'to speak the test recordings' },
};

/**
 * Makes sure that programs are there: on Debian as root they are installed, elsewhere a line says what to do.
 * @returns the names of those still missing.
 */
export function installPrograms(names) {
  const missing = names.filter((name) => !findProgram(name));
  if (missing.length === 0) return [];
  const packages = missing.flatMap((name) => PROGRAMS[name].packages);
  const purpose = missing.map((name) => `${name} (${PROGRAMS[name].why})`).join(', ');
  const canInstall = process.getuid?.() === 0 && findProgram('apt-get');
  if (!canInstall) {
    const command = findProgram('apt-get')
      ? `sudo apt-get install ${packages.join(' ')}`
      : `your package manager's ${packages.join(', ')}`;
    say(`! Missing: ${purpose}. Install with: ${command}`);
    return missing;
  }
  say(`• Installing ${purpose} …`);
  const apt = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  const install = () => apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (install() !== 0 && (apt(['update', '-qq']) !== 0 || install() !== 0)) {
    say(`! Could not install ${packages.join(', ')}: see above.`);
  }
  return names.filter((name) => !findProgram(name));
}

/** Builds what has changed (Nx remembers the rest): everything, or the given projects and what they need. */
export function build(projects = []) {
  say('• Building (only what has changed) …');
  const only = projects.length > 0 ? ['-p', ...projects] : [];
  const { status, stdout, stderr } = spawnSync(
    'nx',
    ['run-many', '-t', 'build', '--outputStyle=static', ...only],
    {
      cwd: root,
      env: { ...environment(), NODE_ENV: 'production', NX_DAEMON: 'false' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) {
    process.stderr.write(`${stdout}\n${stderr}`);
    fail('The build failed.', ['What went wrong stands above.']);
  }
}
