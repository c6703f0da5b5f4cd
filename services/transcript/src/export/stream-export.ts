import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Log } from '@colloquy/subgraph';
import type { Request, Response } from 'express';

interface ExportFile {
  name: string;
  contentType: string;
  /** Its pieces, which are made as they are sent. */
  write(): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** Answers with a file to be saved. What breaks off cuts the connection, so that half a file is not taken for one. */
export async function streamExport(
  { method }: Request,
  response: Response,
  { name, contentType, write }: ExportFile,
  log: Log,
): Promise<void> {
  response.attachment(name);
  // After `attachment`, which would tell by the extension.
  response.setHeader('content-type', contentType);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'private, no-cache');
  if (method === 'HEAD') return void response.end();
  // Its client left meanwhile.
  if (response.destroyed) return;
  await pipeline(Readable.from(write()), response).catch((error: NodeJS.ErrnoException) => {
    // Somebody closed the tab: nothing to do.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log.error({ err: error, file: name }, 'export broke off');
    response.destroy();
  });
}
