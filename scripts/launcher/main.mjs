// Starts the database, the services, the worker and the gateway; prints one address; stops them all on Ctrl-C.
import { isAbsolute, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root, say } from '../setup.mjs';
import { lockDataFolder, wasUsed } from './lock.mjs';
import { printReady } from './report.mjs';
import { makeDataFolder, processesOf, readSettings, StartError, withSecrets } from './settings.mjs';
import { checkPorts, portOpens, Supervisor } from './supervisor.mjs';

const BOOT_TIMEOUT_MS = 60_000;
const ORDER_OF_STOPPING = [['gateway'], ['worker'], ['ingest', 'transcript', 'chat'], ['database']];

async function databaseOpens(port, exited) {
  let gone;
  void exited.then((result) => (gone = result));
  for (const deadline = Date.now() + BOOT_TIMEOUT_MS; Date.now() < deadline;) {
    if (gone)
      throw new StartError('The database did not start.', gone.lastWords.trim().split('\n').slice(-8));
    if (await portOpens(port)) return;
    await wait(50);
  }
  throw new StartError(`The database did not open its port within ${BOOT_TIMEOUT_MS / 1000} s.`);
}

/** From the repository's root when inside it, else whole. */
function shownPath(folder) {
  const path = relative(root, folder);
  return path.startsWith('..') || isAbsolute(path) ? folder : path || '.';
}

let note = () => undefined;
let supervisor;
let stopping = false;
async function stop(exitCode) {
  if (stopping) process.exit(1);
  stopping = true;
  if (supervisor) {
    say('\n• Stopping …');
    await supervisor.stop(ORDER_OF_STOPPING);
    say('• Stopped.');
  }
  process.exit(exitCode);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  const chosen = readSettings();
  const host = ['0.0.0.0', '127.0.0.1', '::', '::1'].includes(chosen.host) ? 'localhost' : chosen.host;
  const address = `http://${host}:${chosen.ports.gateway}`;
  const takeDataFolder = () => {
    makeDataFolder(chosen.dataDir);
    note = lockDataFolder(chosen.dataDir, address);
    note();
  };
  // What runs on this data already holds the ports too, and is what to tell of; else a refused start leaves nothing.
  const used = wasUsed(chosen.dataDir);
  if (used) takeDataFolder();
  await checkPorts(chosen);
  if (!used) takeDataFolder();
  const settings = withSecrets(chosen);
  const processes = processesOf(settings);
  supervisor = new Supervisor(
    settings.dataDir,
    ({ name, code, signal, lastWords, delay }) => {
      const reason = lastWords.trim().split('\n').at(-1) ?? '';
      say(
        `! The ${name} stopped (${signal ?? `exit code ${code}`}) and is started again in ${delay / 1000} s. ${reason}`.trim(),
      );
    },
    (running) => note(running),
  );
  const startedAt = Date.now();
  const database = processes.find((definition) => definition.first);
  if (database) await databaseOpens(settings.ports.database, supervisor.start(database));
  const others = processes.filter((definition) => !definition.first);
  for (const definition of others) void supervisor.start(definition);
  await Promise.all(
    others
      .filter((definition) => definition.ready)
      .map((definition) => supervisor.ready(definition, BOOT_TIMEOUT_MS)),
  );
  if (!stopping)
    await printReady({
      address,
      settings,
      seconds: (Date.now() - startedAt) / 1000,
      dataFolder: shownPath(settings.dataDir),
    });
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`\n✗ ${error.message}\n${error.advice.map((line) => `  ${line}\n`).join('')}`);
  await stop(1);
}
