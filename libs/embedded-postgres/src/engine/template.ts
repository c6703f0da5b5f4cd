import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Under this package's own node_modules: thrown away with the installation it belongs to. */
const CACHE_DIRECTORY = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
/** Raise it when what a fresh database contains changes. */
const REVISION = 1;

async function templatePath(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(await readFile(join(entry, '../../package.json'), 'utf8')) as {
    version: string;
  };
  return join(CACHE_DIRECTORY, `fresh-database-${version}-${REVISION}.tar`);
}

/** A dump of a fresh data directory made by an earlier run, or undefined. */
export async function cachedTemplate(): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(await templatePath())]);
  } catch {
    return undefined;
  }
}

/** Keeps a dump for later runs; a cache that cannot be written is no error. Gives whether it was kept. */
export async function keepTemplate(dump: () => Promise<Blob>): Promise<boolean> {
  const path = await templatePath();
  const unfinished = `${path}.${randomUUID()}`;
  try {
    if (
      await stat(path).then(
        () => true,
        () => false,
      )
    )
      return true;
    await mkdir(CACHE_DIRECTORY, { recursive: true });
    await writeFile(unfinished, Buffer.from(await (await dump()).arrayBuffer()));
    await rename(unfinished, path);
    return true;
  } catch {
    await rm(unfinished, { force: true });
    return false;
  }
}
