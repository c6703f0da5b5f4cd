import { StorageError, type Storage } from '@colloquy/storage';
import { createContext, type Log, type Problem } from '@colloquy/subgraph';
import type { Express, Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { LoaderRegistry } from '../recording/recording.loader.ts';
import type { Recording } from '../recording/recording.entity.ts';
import { peaksKey, sourceKey } from '../processing/storage-keys.ts';
import { audioNotFound, peaksNotFound, rangeInvalid } from './audio.errors.ts';

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

  const serve = async (request: Request, response: Response, file: ServedFile) => {
    const stored = await storage.stat(file.key);
    if (!stored) return refuse(response, 404, file.missing());
    response.set({ 'Cache-Control': 'private, no-cache', ETag: file.tag });
    if (request.fresh) return void response.status(304).end();
    const range = rangeOf(request, stored.sizeBytes, file.tag);
    if (range === 'unsatisfiable') {
      response.set('Content-Range', `bytes */${stored.sizeBytes}`);
      return refuse(response, 416, rangeInvalid(stored.sizeBytes));
    }
    const { start, end } = range ?? { start: 0, end: stored.sizeBytes - 1 };
    const content =
      request.method === 'HEAD' ? null : await storage.open(file.key, { start, end }).catch(gone);
    if (content === 'gone') return refuse(response, 404, file.missing());
    response.set({
      'Accept-Ranges': 'bytes',
      'Content-Length': String(end - start + 1),
      'Content-Type': file.type,
      'Content-Disposition': 'inline',
      // Somebody's file, shown under our address: it is never to be run as a page or script.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
    if (range) response.status(206).set('Content-Range', `bytes ${start}-${end}/${stored.sizeBytes}`);
    if (!content) return void response.end();
    await pipeline(content, response).catch((error: NodeJS.ErrnoException) => {
      // A player that jumps away closes its connection in the middle: that is no trouble.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
        log.error({ err: error, path: request.path }, 'audio broke off');
      response.destroy();
    });
  };

  app.get('/audio/:id', async (request, response) => {
    const recording = await find(request);
    if (!recording?.mediaType) return refuse(response, 404, audioNotFound());
    await serve(request, response, {
      key: sourceKey(recording.id),
      type: recording.mediaType,
      tag: `"${recording.sha256 ?? recording.id}"`,
      missing: audioNotFound,
    });
  });

  app.get('/audio/:id/peaks.json', async (request, response) => {
    const recording = await find(request);
    if (!recording?.hasPeaks) return refuse(response, 404, peaksNotFound());
    await serve(request, response, {
      key: peaksKey(recording.id),
      type: 'application/json',
      tag: `"peaks-${recording.sha256 ?? recording.id}"`,
      missing: peaksNotFound,
    });
  });
}

interface ServedFile {
  key: string;
  type: string;
  tag: string;
  /** What is said when it is not there (any more). */
  missing: () => Problem;
}

/** Deleted since it was looked for. */
function gone(error: unknown): 'gone' {
  if (error instanceof StorageError && error.code === 'NOT_FOUND') return 'gone';
  throw error;
}

function refuse(response: Response, status: number, problem: Problem): void {
  response.status(status).json(problem);
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
