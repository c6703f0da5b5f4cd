import { StorageError, type Storage } from '@colloquy/storage';
import { createContext, type Log } from '@colloquy/subgraph';
import type { Express, Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { LoaderRegistry } from '../recording/recording.loader.ts';
import type { Recording } from '../recording/recording.entity.ts';
import { peaksKey, sourceKey } from '../processing/storage-keys.ts';

export const audioPath = (recordingId: string): string => `/audio/${recordingId}`;
export const peaksPath = (recordingId: string): string => `/audio/${recordingId}/peaks.json`;

/** Serves audio with HTTP Range, so that a player can jump anywhere without loading what comes before. */
export function audioRoutes(
  app: Express,
  deps: { storage: Storage; loaders: LoaderRegistry; log: Log },
): void {
  const { storage, loaders, log } = deps;

  const find = async (request: Request<{ id: string }>): Promise<Recording | null> => {
    const context = createContext(log, request.get('x-request-id'));
    return loaders.of(context).recording.load(request.params.id);
  };

  const serve = async (
    request: Request,
    response: Response,
    key: string,
    headers: { type: string; tag: string },
  ) => {
    response.set({
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'private, no-cache',
      'Content-Type': headers.type,
      'Content-Disposition': 'inline',
      // Somebody's file, shown under our address: it is never to be run as a page or script.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      ETag: headers.tag,
    });
    const stored = await storage.stat(key);
    if (!stored) return void response.status(404).end();
    if (request.fresh) return void response.status(304).end();
    const range = rangeOf(request, stored.sizeBytes, headers.tag);
    if (range === 'unsatisfiable') {
      return void response.status(416).set('Content-Range', `bytes */${stored.sizeBytes}`).end();
    }
    const { start, end } = range ?? { start: 0, end: stored.sizeBytes - 1 };
    response.set('Content-Length', String(end - start + 1));
    if (range) response.status(206).set('Content-Range', `bytes ${start}-${end}/${stored.sizeBytes}`);
    if (request.method === 'HEAD') return void response.end();
    await pipeline(await storage.open(key, { start, end }), response);
  };

  const answer =
    (use: (request: Request<{ id: string }>, response: Response) => Promise<void>) =>
    async (request: Request<{ id: string }>, response: Response) => {
      try {
        await use(request, response);
      } catch (error) {
        // A player that jumps away closes its connection in the middle: that is no trouble.
        if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
        const status = error instanceof StorageError && error.code === 'NOT_FOUND' ? 404 : 500;
        if (status === 500) log.error({ err: error, path: request.path }, 'audio could not be served');
        if (response.headersSent) response.destroy();
        else response.status(status).end();
      }
    };

  app.get(
    '/audio/:id',
    answer(async (request, response) => {
      const recording = await find(request);
      if (!recording?.mediaType) return void response.status(404).end();
      await serve(request, response, sourceKey(recording.id), {
        type: recording.mediaType,
        tag: `"${recording.sha256 ?? recording.id}"`,
      });
    }),
  );

  app.get(
    '/audio/:id/peaks.json',
    answer(async (request, response) => {
      const recording = await find(request);
      if (!recording?.hasPeaks) return void response.status(404).end();
      await serve(request, response, peaksKey(recording.id), {
        type: 'application/json',
        tag: `"peaks-${recording.sha256 ?? recording.id}"`,
      });
    }),
  );
}

/** One range; of several the whole file is served instead, as the specification allows. A stale If-Range means the whole. */
function rangeOf(
  request: Request,
  sizeBytes: number,
  tag: string,
): { start: number; end: number } | 'unsatisfiable' | null {
  const condition = request.get('if-range');
  if (condition !== undefined && condition !== tag) return null;
  // A suffix longer than the file is the whole file (RFC 9110, 14.1.2), which `range-parser` refuses.
  if (Number(/^bytes=-(\d+)$/.exec(request.get('range') ?? '')?.[1]) > sizeBytes)
    return { start: 0, end: sizeBytes - 1 };
  const ranges = request.range(sizeBytes);
  if (ranges === undefined || ranges === -2) return null;
  if (ranges === -1) return 'unsatisfiable';
  const [range] = ranges;
  return ranges.type === 'bytes' && ranges.length === 1 && range ? range : null;
}
