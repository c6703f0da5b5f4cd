import { createContext, toProblem, type Log } from '@colloquy/subgraph';
import type { Express } from 'express';
import { streamExport } from '../../export/stream-export.ts';
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
    const file = {
      name: collectionFileName(document.name, kind.ending),
      contentType: kind.contentType,
      write: () => kind.write(document),
    };
    await streamExport(request, response, file, context.log.child({ collectionId: id }));
  });
}

const notFound = () =>
  toProblem({
    code: 'EXPORT_NOT_FOUND',
    message: 'There is no such collection or format.',
    troubleshooting: ['The collection may have expired, or belong to somebody else.'],
    recovery: ['Take the link from `Collection.exports`.'],
  });
