import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** `<host>-<process id>-<six characters>` */
const FOLDER = /^(?<host>.+)-(?<pid>\d+)-\w{6}$/;
/** No piece of work takes as long; the life of a process on another machine cannot be asked. */
const MAX_AGE_MS = 24 * 3_600_000;

/**
 * Gives `use` a folder for temporary files, which are people's voices: inside the data folder, and gone afterwards,
 * or when `sweepScratch` finds that the process died.
 */
export async function withScratchFolder<T>(root: string, use: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(root, { recursive: true });
  const folder = await mkdtemp(join(root, `${hostname()}-${process.pid}-`));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what processes that died left in `root`. To be called before this process makes its first folder. */
export async function sweepScratch(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name);
    const { host, pid } = FOLDER.exec(name)?.groups ?? {};
    const dead = host === hostname() && !lives(Number(pid));
    const found = await stat(path).catch(() => undefined);
    if (dead || (found && Date.now() - found.mtimeMs > MAX_AGE_MS))
      await rm(path, { recursive: true, force: true });
  }
}

/** A restarted container has the process ids of the one before: what is named after ours is not ours. */
function lives(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process lives, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
