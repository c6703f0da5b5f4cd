import { Upload, type DetailedError, type HttpRequest, type HttpResponse } from 'tus-js-client';
import { ColloquyError, errorIn, unreachable } from '../graph/colloquy-error.ts';
import type { Abortable, Connection } from '../graph/connection.ts';
import { readerOf, type UploadSource } from './upload-source.ts';

export interface UploadOptions extends Abortable {
  /** What the file is called, for people; a stream has no name of its own. */
  fileName?: string | undefined;
  /** Bytes a request, 8 MiB unless told: less where a proxy limits the size of requests. */
  chunkBytes?: number | undefined;
  /** The address of an upload that broke off, as `onStarted` told it: it goes on where the server's bytes end. */
  resumeFrom?: string | undefined;
  /** Keep the address to go on after this process ended; the server keeps unfinished uploads for a day. */
  onStarted?: ((address: string) => void) | undefined;
  onProgress?: ((progress: UploadProgress) => void) | undefined;
}

export interface UploadProgress {
  sentBytes: number;
  /** Null until the end of a stream. */
  totalBytes: number | null;
}

const CHUNK_BYTES = 8 * 1024 * 1024;
/** About a minute in all: longer than a server takes to come back. */
const RETRY_DELAYS_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** 404 and 410 begin anew by themselves; 409 and 423: another request still holds the upload. */
const PASSING_STATUSES = new Set([404, 408, 409, 410, 423, 429]);

/**
 * Sends bytes by tus; a broken connection goes on where it broke off.
 * @returns the upload's id, for `createRecording` or `importTranscript`
 * @throws ColloquyError
 */
export async function upload(
  connection: Connection,
  source: UploadSource,
  options: UploadOptions = {},
): Promise<string> {
  const { signal } = options;
  signal?.throwIfAborted();
  const reader = readerOf(source);
  let stop: () => void = () => undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      // What to read stands in `fileReader`: the library's own readers differ between Node and browsers.
      const transfer = new Upload(new Blob(), {
        endpoint: new URL('/upload', connection.url).href,
        uploadUrl: options.resumeFrom ?? null,
        headers: { ...connection.headers },
        metadata: { filename: options.fileName ?? nameOf(source) },
        chunkSize: options.chunkBytes ?? CHUNK_BYTES,
        retryDelays: RETRY_DELAYS_MS,
        uploadLengthDeferred: reader.size === null,
        storeFingerprintForResuming: false,
        fingerprint: () => Promise.resolve(''),
        fileReader: {
          // A source that cannot be read is not a connection to try again.
          openFile: async () => ({
            size: reader.size ?? 0,
            slice: async (start, end) => {
              try {
                return await reader.slice(start, end);
              } catch (error) {
                reject(error as Error);
                stop();
                throw error;
              }
            },
            close: () => undefined,
          }),
        },
        onAfterResponse: keepWhatIsThere,
        onUploadUrlAvailable: () => options.onStarted?.(transfer.url ?? ''),
        onProgress: (sentBytes, totalBytes) => options.onProgress?.({ sentBytes, totalBytes }),
        onSuccess: () => resolve(transfer.url?.split('/').at(-1) ?? ''),
        onShouldRetry: ({ originalResponse }) => {
          const status = originalResponse?.getStatus() ?? 0;
          return status < 400 || (status >= 500 && status !== DISK_FULL) || PASSING_STATUSES.has(status);
        },
        onError: (error) => reject(toError(error, connection.url)),
      });
      stop = () => {
        void transfer.abort();
        if (signal?.aborted) reject(signal.reason as Error);
      };
      signal?.addEventListener('abort', stop);
      transfer.start();
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    reader.close();
  }
}

/** Trying again does not empty it. */
const DISK_FULL = 507;

const nameOf = (source: UploadSource): string => ('name' in source ? String(source.name) : '');

/**
 * tus-js-client begins a new upload when it is not told how far the last one came, whatever the reason. A server that is
 * not there for a moment has the bytes nevertheless: an error instead makes the client ask again.
 */
function keepWhatIsThere(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  if (request.getMethod() === 'HEAD' && (status >= 500 || status === 429))
    throw new Error(`How far the upload came is not known yet (HTTP ${status}).`);
}

function toError(error: Error | DetailedError, url: string): ColloquyError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  return response ? errorIn(response.getBody(), response.getStatus()) : unreachable(url, error);
}
