import { pipeline } from 'node:stream/promises';
import { StorageError, type Storage } from '@colloquy/storage';
import type { Log, Problem } from '@colloquy/subgraph';
import type { Request, Response } from 'express';
import { peaksKey, sourceKey } from '../processing/storage-keys.ts';
import type { Recording } from '../recording/recording.entity.ts';
import { audioNotFound, peaksNotFound, rangeInvalid } from './audio.errors.ts';

interface ServedFile {
  key: string;
  type: string;
  tag: string;
  /** What is said when it is not there (any more). */
  missing: () => Problem;
  cacheControl?: string;
  /** Ends a transfer that is under way. */
  signal?: AbortSignal;
}

/** The audio as it was uploaded; null when there is none. */
export const audioFile = ({ id, mediaType, sha256 }: Recording): ServedFile | null =>
  mediaType === null
    ? null
    : { key: sourceKey(id), type: mediaType, tag: `"${sha256 ?? id}"`, missing: audioNotFound };

/** The waveform; null until there is one. */
export const peaksFile = ({ id, hasPeaks, sha256 }: Recording): ServedFile | null =>
  hasPeaks
    ? {
        key: peaksKey(id),
        type: 'application/json',
        tag: `"peaks-${sha256 ?? id}"`,
        missing: peaksNotFound,
      }
    : null;

/** Serves files with HTTP Range, so that a player can jump anywhere without loading what comes before. */
export function fileServer(storage: Storage, log: Log) {
  return async (request: Request, response: Response, file: ServedFile): Promise<void> => {
    const stored = await storage.stat(file.key);
    if (!stored) return refuse(response, 404, file.missing());
    response.set({ 'Cache-Control': file.cacheControl ?? 'private, no-cache', ETag: file.tag });
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
    // Its client left while the file was opened, which nobody else closes then.
    if (response.destroyed) return void content.destroy();
    const { signal } = file;
    await pipeline(content, response, signal ? { signal } : {}).catch((error: NodeJS.ErrnoException) => {
      // A player that jumps away closes its connection in the middle: that is no trouble.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && !signal?.aborted)
        log.error({ err: error, path: request.path }, 'audio broke off');
      response.destroy();
    });
  };
}

/** Deleted since it was looked for. */
function gone(error: unknown): 'gone' {
  if (error instanceof StorageError && error.code === 'NOT_FOUND') return 'gone';
  throw error;
}

export function refuse(response: Response, status: number, problem: Problem): void {
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
