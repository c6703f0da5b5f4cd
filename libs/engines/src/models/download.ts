import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EngineError } from '../engine.error.ts';

export interface DownloadOptions {
  signal: AbortSignal;
  /** Bytes so far, and in all when the server says. */
  onProgress?: (received: number, total: number | null) => void;
  /** More than this is refused: a hub must not fill the disk. */
  maxBytes: number;
  /** Without an answer or a byte for this long, the hub counts as unreachable. */
  stallMs?: number;
}

/** What a half-finished download came from; resumed only while the server still has exactly that. */
const partRecord = z.object({ url: z.string(), validator: z.string().nullable() });

/**
 * Downloads `url` to `path`, continuing a `path` that an earlier call left half finished (HTTP Range with If-Range: the
 * server sends everything again when its file has changed).
 * @throws EngineError HUB_UNREACHABLE · HUB_STALLED (transient, what arrived is kept) · HUB_REFUSED · DOWNLOAD_TOO_LARGE
 */
export async function download(
  url: string,
  path: string,
  { signal, onProgress, maxBytes, stallMs = 20_000 }: DownloadOptions,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const stall = new AbortController();
  let timer = setTimeout(() => stall.abort(), stallMs);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), stallMs);
  };
  try {
    const had = await resumable(url, path);
    const either = AbortSignal.any([signal, stall.signal]);
    const response = await fetch(url, {
      headers: {
        // Compressed on the way, lengths and ranges would count other bytes than those on the disk.
        'accept-encoding': 'identity',
        ...(had ? { range: `bytes=${had.bytes}-`, 'if-range': had.validator } : {}),
      },
      signal: either,
    });
    alive();
    if (response.status === 416 && had && totalOf(response) === had.bytes) return;
    if (!response.ok || !response.body) throw refused(url, response);
    const offset = response.status === 206 && had ? had.bytes : 0;
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const total = Number.isFinite(length) ? offset + length : null;
    if ((total ?? 0) > maxBytes) throw tooLarge(url, maxBytes);
    await writeFile(
      recordPath(path),
      JSON.stringify({
        url,
        validator: response.headers.get('etag') ?? response.headers.get('last-modified'),
      }),
    );
    let received = offset;
    // Written piece by piece: what arrived before a connection broke is on the disk and need not come again.
    const file = await open(path, offset > 0 ? 'a' : 'w');
    try {
      for await (const chunk of response.body) {
        alive();
        received += chunk.length;
        if (received > maxBytes) throw tooLarge(url, maxBytes);
        await file.appendFile(chunk);
        onProgress?.(received, total);
      }
    } finally {
      await file.close();
    }
    if (total !== null && received !== total)
      throw new Error(`the connection ended after ${received} of ${total} bytes`);
    if ((await stat(path)).size !== received) {
      await rm(path, { force: true });
      throw new Error('another download wrote to the same file');
    }
    await rm(recordPath(path), { force: true });
  } catch (error) {
    if (error instanceof EngineError) throw error;
    signal.throwIfAborted();
    throw stall.signal.aborted ? stalled(url, stallMs) : unreachable(url, error);
  } finally {
    clearTimeout(timer);
  }
}

const recordPath = (path: string): string => `${path}.json`;

async function resumable(
  url: string,
  path: string,
): Promise<{ bytes: number; validator: string } | undefined> {
  const bytes = await stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
  const text = await readFile(recordPath(path), 'utf8').catch(() => '');
  if (bytes === 0 || text === '') return undefined;
  const record = partRecord.safeParse(parseJson(text));
  return record.success && record.data.url === url && record.data.validator
    ? { bytes, validator: record.data.validator }
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const totalOf = (response: Response): number =>
  Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]);
const hub = (url: string): string => new URL(url).host;
const otherWays = (url: string): string[] => [
  `Or fetch ${url} elsewhere and put its files into the model’s folder in SPEECH_MODELS_DIR.`,
  'The embedded engines need no download at all.',
];

function unreachable(url: string, error: unknown): EngineError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return new EngineError('HUB_UNREACHABLE', `The model hub ${hub(url)} cannot be reached.`, {
    transient: true,
    troubleshooting: [
      cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause),
    ],
    recovery: [
      'Check the network and run the same command again: it continues where it stopped.',
      ...otherWays(url),
    ],
    cause: error,
  });
}

function stalled(url: string, stallMs: number): EngineError {
  return new EngineError(
    'HUB_STALLED',
    `The model hub ${hub(url)} sent nothing for ${Math.round(stallMs / 1000)} s.`,
    {
      transient: true,
      recovery: ['Run the same command again: it continues where it stopped.', ...otherWays(url)],
    },
  );
}

function refused(url: string, response: Response): EngineError {
  return new EngineError(
    'HUB_REFUSED',
    `The model hub ${hub(url)} does not give this file: HTTP ${response.status}.`,
    {
      transient: response.status >= 500 || response.status === 429,
      troubleshooting: [url],
      recovery: otherWays(url),
    },
  );
}

function tooLarge(url: string, maxBytes: number): EngineError {
  return new EngineError(
    'DOWNLOAD_TOO_LARGE',
    `The file at ${hub(url)} is far larger than this model: more than ${Math.round(maxBytes / 1e6)} MB.`,
    { troubleshooting: [url] },
  );
}
