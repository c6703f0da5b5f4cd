import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileConfigstore, FileStore } from '@tus/file-store';

/** Uploads as files in a folder. The library's own store does not tell why a file could not be written to. */
export class UploadStore extends FileStore {
  constructor(directory: string, expiryMs: number) {
    super({
      directory,
      configstore: new FileConfigstore(directory),
      expirationPeriodInMilliseconds: expiryMs,
    });
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset });
    await pipeline(readable, file);
    return offset + file.bytesWritten;
  }
}
