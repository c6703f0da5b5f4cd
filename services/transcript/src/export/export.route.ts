import { createContext, toProblem, type Log } from '@colloquy/subgraph';
import type { Express, Request, Response } from 'express';
import type { ExportService } from './export.service.ts';
import { EXPORT_KINDS, ExportFormat } from './export.types.ts';
import { exportFileName } from './file-name.ts';
import { streamExport } from './stream-export.ts';

const PATH = /^\/exports\/(?<id>[0-9a-f-]{36})\.(?<extension>[a-z]{2,4})$/;

/** `GET /exports/<transcript id>.<ext>?<options>`: the file, streamed. */
export function mountExports(app: Express, exports: ExportService, log: Log): void {
  app.get(PATH, async (request, response) => {
    const context = createContext(log, request.get('x-request-id'));
    const { id = '', extension } = PATH.exec(request.path)?.groups ?? {};
    const format = Object.values(ExportFormat).find((known) => EXPORT_KINDS[known].extension === extension);
    const document = format && (await exports.document(id, format, request.query, context));
    if (!format || !document) return notFound(request, response);
    const { extension: ending, contentType, write } = EXPORT_KINDS[format];
    const file = {
      name: exportFileName(document.title, ending),
      contentType,
      write: () => write(document),
    };
    await streamExport(request, response, file, context.log.child({ transcriptId: id }));
  });
  app.get(/^\/exports(?:\/|$)/, notFound);
}

function notFound(_request: Request, response: Response): void {
  const formats = Object.values(EXPORT_KINDS).map(({ extension }) => extension);
  const problem = toProblem({
    code: 'EXPORT_NOT_FOUND',
    message: 'There is no such transcript or format.',
    troubleshooting: [`Formats are ${formats.join(', ')}.`, 'The recording may have been deleted.'],
    recovery: ['Take the link from `Transcript.exports`.'],
  });
  response.status(404).json(problem);
}
