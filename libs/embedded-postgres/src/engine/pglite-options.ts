import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { PGlite, type Extension, type PGliteOptions } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';

const NO_FSYNC = '-F';
const EIO = 29; // WASI's number

/** The parts of Emscripten's node file system that we look into. */
interface NodeFileStream {
  nfd?: number;
  node: object;
}
interface NodeFileSystem {
  realPath(node: object): string;
  stream_ops: { fsync?: (stream: NodeFileStream) => number };
}

/**
 * PGlite's node file system has no fsync, so PostgreSQL's calls would do nothing and a power cut could lose
 * acknowledged commits. Installed before PostgreSQL starts, so that crash recovery is synced too.
 */
const durableFiles: Extension = {
  name: 'durable-files',
  setup: (_database, emscripten) => {
    const given: unknown = emscripten.preRun ?? [];
    const install = (module: { FS: { filesystems: { NODEFS?: NodeFileSystem } } }): void => {
      const files = module.FS.filesystems.NODEFS;
      if (files) files.stream_ops.fsync = (stream) => syncToDisk(files, stream);
    };
    return Promise.resolve({
      emscriptenOpts: { ...emscripten, preRun: [...(Array.isArray(given) ? given : [given]), install] },
    });
  },
};

/** 0, or an error number that makes PostgreSQL panic rather than acknowledge. */
function syncToDisk(files: NodeFileSystem, stream: NodeFileStream): number {
  try {
    if (stream.nfd !== undefined) fdatasyncSync(stream.nfd);
    else {
      const directory = openSync(files.realPath(stream.node), 'r');
      try {
        fsyncSync(directory);
      } finally {
        closeSync(directory);
      }
    }
    return 0;
  } catch {
    return EIO;
  }
}

/**
 * PGlite reserves 128 MB for the engine whatever we ask; a larger shared_buffers would grow it, and the operating
 * system's cache holds the files anyway. Without PostgreSQL's background processes nothing starts a checkpoint by
 * itself: the small WAL size decides how much the next one keeps, `Maintenance` when it runs.
 */
const SETTINGS = {
  wal_sync_method: 'fsync',
  shared_buffers: '32MB',
  max_wal_size: '128MB',
  min_wal_size: '32MB',
  timezone: 'UTC',
};

export function pgliteOptions(durable: boolean): PGliteOptions {
  const defaults = PGlite.defaultStartParams.filter((parameter) => !durable || parameter !== NO_FSYNC);
  return {
    extensions: { vector, pg_trgm, unaccent, pgcrypto, ...(durable ? { durableFiles } : {}) },
    startParams: [
      ...defaults,
      ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
  };
}
