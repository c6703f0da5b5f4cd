import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.ts';

/** Held for as long as the data directory is open. */
export interface DirectoryLock {
  /** The data directory with symbolic links resolved. */
  directory: string;
  release(): Promise<void>;
}

/**
 * Makes sure that one process only opens the data directory: two would corrupt it for ever. Node has no file locks of
 * its own, so the lock is SQLite's, on `<directory>.lock`; the operating system frees it however the process ends.
 * Throws EmbeddedPostgresError DIRECTORY_LOCKED, with the process that holds it.
 */
export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  const directory = await locate(dataDir);
  const owner = `${directory}.pid`;
  const { DatabaseSync: Database } = await import('node:sqlite');
  const lock: DatabaseSync = new Database(`${directory}.lock`);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const holder = (await readFile(owner, 'utf8').catch(() => '')).trim();
    const by = /^\d+$/.test(holder) ? `process ${holder}` : 'another process';
    throw new EmbeddedPostgresError(
      'DIRECTORY_LOCKED',
      `The database in ${directory} is in use by ${by}.`,
      ['Stop the other one first, or choose another data directory.'],
      error,
    );
  }
  await writeFile(owner, `${process.pid}\n`);
  return {
    directory,
    release: async () => {
      await rm(owner, { force: true });
      lock.close();
    },
  };
}

/** The same directory must give the same lock by whatever path it is named. */
async function locate(dataDir: string): Promise<string> {
  const path = resolve(dataDir);
  try {
    await mkdir(dirname(path), { recursive: true });
    return await realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)));
  } catch (error) {
    throw new EmbeddedPostgresError(
      'DIRECTORY_UNUSABLE',
      `The folder ${dirname(path)} cannot be made: ${(error as Error).message}.`,
      [],
      error,
    );
  }
}
