// One installation runs once: an exclusive lock that the kernel frees however the process ends.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './settings.mjs';

/** Held here: a lock that is forgotten is closed with the garbage. */
let lock;

const lockFile = (dataDir) => join(dataDir, 'running.lock');

/** Whether something ran, or runs, on this folder. */
export const wasUsed = (dataDir) => existsSync(lockFile(dataDir));

/** @returns a function that notes who runs here; the lock is held until the process ends. */
export function lockDataFolder(dataDir, address) {
  const note = join(dataDir, 'running.json');
  lock = new DatabaseSync(lockFile(dataDir));
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch {
    let running = { address: 'an unknown address', pid: '?' };
    try {
      running = JSON.parse(readFileSync(note, 'utf8'));
    } catch {
      // It has just begun to start.
    }
    throw new StartError(`Colloquy is running already: ${running.address} (process ${running.pid}).`, [
      `Open that address, or stop it first (Ctrl-C in its terminal, or: kill ${running.pid}).`,
      'To run a second one beside it, give it other ports and another COLLOQUY_DATA.',
    ]);
  }
  /** Leaves a note for whoever starts a second one, or looks for the processes of this one. */
  return (processes = {}) => writeFileSync(note, JSON.stringify({ address, pid: process.pid, processes }));
}
