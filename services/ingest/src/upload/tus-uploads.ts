import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Server } from '@tus/server';
import { isDiskFull, type Log, type Problem } from '@colloquy/subgraph';
import type { Express, Request, Response } from 'express';
import { lingerAfterAnswer } from './linger.ts';
import { methodNotAllowed, metadataTooLong, tusProblem } from './tus.errors.ts';
import { uploadNotFound, uploadUnfinished } from './upload.errors.ts';
import { UploadStore } from './upload.store.ts';

const UPLOAD_ID = /^[0-9a-f]{32}$/;
export const isUploadId = (id: string): boolean => UPLOAD_ID.test(id);

const METHODS = new Set(['POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS']);
/** Names and sizes of files, base64. */
const MAX_METADATA_LENGTH = 4_096;

export interface FinishedUpload {
  path: string;
  /** As the browser sent it. */
  fileName: string | null;
}

type Write = Parameters<Server['write']>;

/** Says what is wrong in the one error shape; status and headers are what the protocol wants them to be. */
class TusServer extends Server {
  constructor(
    options: ConstructorParameters<typeof Server>[0],
    private readonly problemOf: (status: number, said: string) => Problem,
  ) {
    super(options);
  }

  override write(
    context: Write[0],
    headers: Write[1],
    status: number,
    body = '',
  ): ReturnType<Server['write']> {
    if (status < 400) return super.write(context, headers, status, body);
    headers.set('Content-Type', 'application/json; charset=utf-8');
    return super.write(context, headers, status, JSON.stringify(this.problemOf(status, body)));
  }
}

/**
 * Resumable uploads by the tus protocol on `/upload`, kept in a folder until they become recordings. One process owns
 * the folder: the lock that keeps two requests from writing to one upload is in memory.
 */
export class TusUploads {
  private readonly store: UploadStore;
  private readonly server: Server;

  constructor(
    private readonly directory: string,
    options: { maxBytes: number; expiryMs: number; log: Log },
  ) {
    this.store = new UploadStore(directory, options.expiryMs);
    const { maxBytes, log } = options;
    const settings = {
      path: '/upload',
      datastore: this.store,
      maxSize: maxBytes,
      // The browser knows the gateway's address, we do not.
      relativeLocation: true,
      // Only pages of this product upload here; others' requests fail their preflight.
      allowedOrigins: () => false,
      onResponseError: async (_request: unknown, error: Error | { status_code: number; body: string }) =>
        isDiskFull(error) ? { status_code: 507, body: '' } : undefined,
      getFileIdFromRequest: (_request: unknown, lastSegment?: string) =>
        lastSegment !== undefined && isUploadId(lastSegment) ? lastSegment : undefined,
    };
    this.server = new TusServer(settings, (status, said) => tusProblem({ status, said, maxBytes, log }));
  }

  routes(app: Express): void {
    const handle = async (request: Request, response: Response): Promise<void> => {
      // Reading uploads back is nobody's business, nor is naming another method in a header.
      if (!METHODS.has(request.method) || request.headers['x-http-method-override'] !== undefined) {
        const allowed = [...METHODS].join(', ');
        response.status(405).set('Allow', allowed).json(methodNotAllowed(allowed));
        return;
      }
      if (String(request.headers['upload-metadata'] ?? '').length > MAX_METADATA_LENGTH) {
        response.status(413).json(metadataTooLong(MAX_METADATA_LENGTH));
        return;
      }
      lingerAfterAnswer(request, response);
      await this.server.handle(request, response);
    };
    app.all('/upload', handle);
    app.all('/upload/:id', handle);
  }

  /** @throws ExpectedError `UPLOAD_NOT_FOUND` · `UPLOAD_UNFINISHED` */
  async finished(uploadId: string): Promise<FinishedUpload> {
    if (!isUploadId(uploadId)) throw uploadNotFound();
    const upload = await this.store.getUpload(uploadId).catch(() => undefined);
    if (!upload) throw uploadNotFound();
    if (upload.size === undefined || upload.offset !== upload.size)
      throw uploadUnfinished(upload.offset, upload.size);
    return {
      path: join(this.directory, uploadId),
      fileName: upload.metadata?.['filename'] ?? upload.metadata?.['name'] ?? null,
    };
  }

  /** Forgets an upload, and its bytes unless they were taken over. */
  async remove(uploadId: string): Promise<void> {
    if (!isUploadId(uploadId)) return;
    await rm(join(this.directory, uploadId), { force: true });
    await this.store.configstore.delete(uploadId).catch(() => undefined);
  }

  /** Removes uploads nobody finished or used, and whatever lies in the folder for longer than they may. */
  async removeExpired(expiryMs: number): Promise<number> {
    let removed = await this.store.deleteExpired().catch(() => 0);
    for (const name of await readdir(this.directory).catch(() => [])) {
      const path = join(this.directory, name);
      const found = await stat(path).catch(() => undefined);
      if (!found?.isFile() || Date.now() - found.mtimeMs < expiryMs) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}
