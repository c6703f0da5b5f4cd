import { EngineError } from '../engine.error.ts';
import { runProcess } from '../media/run-process.ts';

export interface ExtractOptions {
  signal: AbortSignal;
  /** The archive's files together must not be larger. */
  maxBytes: number;
}

/** Unpacking the largest model takes about a minute. */
const TIMEOUT_MS = 30 * 60_000;

/**
 * Unpacks a `.tar.bz2` into `folder` (which exists and is empty) with the system's tar. The listing is checked first:
 * only plain files and folders, no absolute names, no `..`, not too large; so nothing can be written elsewhere.
 * @throws EngineError ARCHIVE_UNREADABLE · ARCHIVE_UNSAFE · TAR_MISSING
 */
export async function extractArchive(
  archive: string,
  folder: string,
  { signal, maxBytes }: ExtractOptions,
): Promise<void> {
  const listing = await tar(['-tvjf', archive], signal);
  checkListing(listing, maxBytes);
  await tar(['-xjf', archive, '-C', folder, '--no-same-owner', '--no-same-permissions'], signal);
}

async function tar(args: readonly string[], signal: AbortSignal): Promise<string> {
  const result = await runProcess('tar', args, {
    signal,
    timeoutMs: TIMEOUT_MS,
    maxOutputBytes: 4 << 20,
  }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    throw new EngineError('TAR_MISSING', 'tar is not installed.', {
      recovery: ['Install it: apt-get install tar bzip2'],
      cause,
    });
  });
  if (result.exitCode === 0) return result.stdout;
  const noBzip2 = /bzip2.*(?:not found|No such file|Cannot exec)/i.test(result.stderr);
  throw new EngineError(
    'ARCHIVE_UNREADABLE',
    noBzip2 ? 'bzip2 is not installed.' : 'The downloaded archive cannot be read.',
    {
      troubleshooting: result.stderr.split('\n').slice(-3),
      recovery: [
        noBzip2 ? 'Install it: apt-get install bzip2' : 'Run the same command again to download it anew.',
      ],
    },
  );
}

/** Lines of `tar -tv`: `-rw-r--r-- owner/group  1234 2024-01-01 12:00 folder/file`. */
export function checkListing(listing: string, maxBytes: number): void {
  let bytes = 0;
  for (const line of listing.split('\n').filter(Boolean)) {
    const [, kind, size, name] = /^(.)\S+\s+\S+\s+(\d+)\s+\S+\s+\S+\s+(.*)$/.exec(line) ?? [];
    if (kind === undefined || name === undefined)
      throw unsafe(`an entry that cannot be understood: ${line.slice(0, 200)}`);
    if (kind !== '-' && kind !== 'd') throw unsafe(`${name.slice(0, 200)} is neither a file nor a folder`);
    if (name.startsWith('/') || name.split('/').includes('..') || name.includes('\\'))
      throw unsafe(`the name ${name.slice(0, 200)} leads out of the folder`);
    bytes += Number(size);
    if (bytes > maxBytes) throw unsafe(`it unpacks to more than ${Math.round(maxBytes / 1e6)} MB`);
  }
}

const unsafe = (why: string): EngineError =>
  new EngineError('ARCHIVE_UNSAFE', 'The downloaded archive is not safe to unpack and was removed.', {
    troubleshooting: [why],
  });
