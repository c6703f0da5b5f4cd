import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkKey } from './storage-key.ts';
import { StorageError } from './storage.error.ts';
import type { ByteRange, Content, PutOptions, Storage, StoredObject } from './storage.ts';

/** Inside the root so that a rename stays on one filesystem; no key can name it, segments never start with a dot. */
const TEMPORARY = '.tmp';
const TEMPORARY_LIFETIME_MS = 24 * 3_600_000;

/** Opens the storage in a folder, which is made when missing. Several processes may share it. */
export async function openLocalFolder(root: string): Promise<Storage> {
  const storage = new LocalFolderStorage(resolve(root));
  await storage.prepare();
  return storage;
}

class LocalFolderStorage implements Storage {
  constructor(private readonly root: string) {}

  /** Removes what writers that died left unfinished; younger files may belong to a writer in another process. */
  async prepare(): Promise<void> {
    const folder = join(this.root, TEMPORARY);
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const found = await stat(path).catch(ignoreMissing);
      if (found && Date.now() - found.mtimeMs > TEMPORARY_LIFETIME_MS) await rm(path, { force: true });
    }
  }

  async put(
    key: string,
    content: Content,
    { maxBytes = Infinity, signal }: PutOptions = {},
  ): Promise<StoredObject> {
    const source =
      typeof content === 'string' || content instanceof Uint8Array
        ? Readable.from([Buffer.from(content)])
        : content;
    return this.putWritten(key, async (path) => {
      await pipeline(
        source,
        limitBytes(key, maxBytes),
        createWriteStream(path, { flags: 'wx' }),
        ...(signal ? [{ signal }] : []),
      );
    });
  }

  async putFile(key: string, path: string): Promise<StoredObject> {
    const target = this.pathOf(key);
    try {
      await this.publish(path, target);
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      // Another filesystem: copy beside the target first, so that the object still appears at once.
      await this.putWritten(key, (copy) => copyFile(path, copy));
      await unlink(path);
    }
    return this.existing(key);
  }

  private async putWritten(key: string, write: (path: string) => Promise<void>): Promise<StoredObject> {
    const target = this.pathOf(key);
    const temporary = join(this.root, TEMPORARY, randomUUID());
    try {
      await write(temporary);
      await this.publish(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return this.existing(key);
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(key)).catch((error: unknown) => missing(key, error));
    return file.createReadStream(range ?? {});
  }

  async read(key: string, { maxBytes = Infinity }: { maxBytes?: number } = {}): Promise<Buffer> {
    const file = await open(this.pathOf(key)).catch((error: unknown) => missing(key, error));
    try {
      const { size } = await file.stat();
      if (size > maxBytes)
        throw new StorageError('TOO_LARGE', `${key} has ${size} bytes, more than the ${maxBytes} allowed`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  }

  async stat(key: string): Promise<StoredObject | null> {
    const found = await stat(this.pathOf(key)).catch(ignoreMissing);
    return found?.isFile() ? { key, sizeBytes: found.size, modifiedAt: found.mtime } : null;
  }

  async delete(key: string): Promise<void> {
    await unlink(this.pathOf(key)).catch(ignoreMissing);
  }

  async deletePrefix(prefix: string): Promise<void> {
    await rm(this.pathOf(prefix), { recursive: true, force: true });
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    const folder = this.pathOf(prefix);
    const entries =
      (await readdir(folder, { withFileTypes: true, recursive: true }).catch(ignoreMissing)) ?? [];
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const found = await this.stat(`${prefix}${path.slice(folder.length)}`);
      if (found) yield found;
    }
  }

  async localPath<T>(key: string, use: (path: string) => Promise<T>): Promise<T> {
    await this.existing(key);
    return use(this.pathOf(key));
  }

  private pathOf(key: string): string {
    return join(this.root, ...checkKey(key).split('/'));
  }

  private async existing(key: string): Promise<StoredObject> {
    return (await this.stat(key)) ?? missing(key);
  }

  /** On disk before it is visible, and visible before we say so. */
  private async publish(from: string, target: string): Promise<void> {
    await synchronize(from);
    await mkdir(dirname(target), { recursive: true });
    await rename(from, target);
    await synchronize(dirname(target));
  }
}

async function synchronize(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function limitBytes(key: string, maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes)
        done(new StorageError('TOO_LARGE', `${key} has more than the ${maxBytes} bytes allowed`));
      else done(null, chunk);
    },
  });
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
}

function missing(key: string, cause?: unknown): never {
  if (cause !== undefined && codeOf(cause) !== 'ENOENT' && codeOf(cause) !== 'ENOTDIR') throw cause;
  throw new StorageError('NOT_FOUND', `nothing is stored under ${key}`, { cause });
}
