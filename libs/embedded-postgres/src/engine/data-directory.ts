import { closeSync, fsyncSync, openSync } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.ts';
import { Engine } from './engine.ts';
import { cachedTemplate } from './template.ts';

const POSTGRES_VERSION = '18';
/** Without these no PostgreSQL starts. */
const ESSENTIAL = ['global/pg_control', 'base', 'pg_wal', 'pg_xact'];

/** Opens the database in `directory`, whose lock the caller holds, and makes it first when there is none. */
export async function openDirectory(directory: string): Promise<Engine> {
  await removeUnfinished(directory);
  if (await isEmpty(directory)) await initialise(directory);
  await check(directory);
  try {
    return await Engine.open(directory);
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw unusable(
      directory,
      `PostgreSQL does not start on it: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

/** Made aside and moved into place whole: an interrupted start leaves nothing that looks like a database. */
async function initialise(directory: string): Promise<void> {
  const unfinished = `${directory}.new-${process.pid}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    const engine = await Engine.open(unfinished, await cachedTemplate());
    await engine.close();
    await syncTree(unfinished);
    await rmdir(directory).catch(() => undefined); // an empty folder somebody made
    await rename(unfinished, directory);
    syncPath(dirname(directory));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (error instanceof EmbeddedPostgresError) throw error;
    throw unusable(
      directory,
      `a new database cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

async function removeUnfinished(directory: string): Promise<void> {
  const prefix = `${basename(directory)}.new-`;
  const names = await readdir(dirname(directory));
  await Promise.all(
    names
      .filter((name) => name.startsWith(prefix))
      .map((name) => rm(join(dirname(directory), name), { recursive: true, force: true })),
  );
}

async function isEmpty(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw unusable(directory, (error as Error).message, error);
  }
}

async function check(directory: string): Promise<void> {
  const version = (await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === '') throw unusable(directory, 'it holds files, but no PostgreSQL database');
  if (version !== POSTGRES_VERSION)
    throw unusable(directory, `it was made by PostgreSQL ${version}, this is ${POSTGRES_VERSION}`);
  for (const name of ESSENTIAL) {
    await access(join(directory, name)).catch((error: unknown) => {
      throw unusable(directory, `${name} is missing`, error);
    });
  }
}

function unusable(directory: string, reason: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'DIRECTORY_UNUSABLE',
    `The data directory ${directory} cannot be used: ${reason}.`,
    ['Restore it from a backup, or move it away to start with an empty database.'],
    cause,
  );
}

async function syncTree(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(directory);
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
