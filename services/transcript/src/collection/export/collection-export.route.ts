import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createContext, toProblem, type Log } from '@colloquy/subgraph';
import type { Express } from 'express';
import { collectionFileName, type CollectionExportService } from './collection-export.service.ts';
import { COLLECTION_EXPORT_KINDS } from './collection-export.types.ts';

const PATH = /^\/exports\/collections\/(?<id>[0-9a-f-]{36})(?<ending>(?:-[a-z]+)?\.[a-z]{3,4})$/;

/** `GET /exports/collections/<collection id>.<ext>`: the file, streamed. */
export function mountCollectionExports(app: Express, exports: CollectionExportService, log: Log): void {
  app.get(PATH, async (request, response) => {
    const context = createContext(log, request.get('x-request-id'));
    const { id = '', ending } = PATH.exec(request.path)?.groups ?? {};
    const kind = Object.values(COLLECTION_EXPORT_KINDS).find((known) => known.ending === ending);
    const document = kind && (await exports.document(id, context));
    if (!kind || !document) return void response.status(404).json(notFound());

    response.attachment(collectionFileName(document.name, kind.ending));
    // After `attachment`, which would tell by the extension.
    response.setHeader('content-type', kind.contentType);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'private, no-cache');
    if (request.method === 'HEAD') return void response.end();
    // Its client left meanwhile.
    if (response.destroyed) return;
    await pipeline(Readable.from(kind.write(document)), response).catch((error: NodeJS.ErrnoException) => {
      // As with a transcript's: half a file is not to be taken for one.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
        context.log.error({ err: error, collectionId: id }, 'export broke off');
      response.destroy();
    });
  });
}

const notFound = () =>
  toProblem({
    code: 'EXPORT_NOT_FOUND',
    message: 'There is no such collection or format.',
    troubleshooting: ['The collection may have expired, or belong to somebody else.'],
    recovery: ['Take the link from `Collection.exports`.'],
  });
