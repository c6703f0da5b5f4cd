import { defaultOptions, Upload, type HttpRequest, type HttpResponse } from 'tus-js-client';

export interface TransferEvents {
  onProgress: (sentBytes: number) => void;
  /** All bytes are there; the last path segment of the upload's address. */
  onDone: (uploadId: string) => void;
  /** The connection failed for longer than the retries last. */
  onInterrupted: () => void;
  /** The server will not take it; what it answered. */
  onRefused: (status: number) => void;
}

/** One file on its way to the server. */
export interface Transfer {
  start(): void;
  pause(): void;
  /** Stops and removes what the server has. */
  abandon(): Promise<void>;
  /** Forgets how to resume: the upload became a recording, or the server removed it. */
  settle(): Promise<void>;
}

export type StartTransfer = (file: File, events: TransferEvents) => Transfer;

/** About a minute and a half in all: longer than a server takes to come back. */
const RETRY_DELAYS_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000];
const LONGEST_NAME = 255;

/** The same for the same file after a reload, as far as a browser tells. */
export const fingerprintOf = ({ name, size, lastModified }: File): string =>
  ['colloquy', name, size, lastModified].join('-');

interface TusError {
  originalRequest?: { getMethod(): string } | null;
  originalResponse?: { getStatus(): number } | null;
}

const statusOf = (error: unknown): number => (error as TusError).originalResponse?.getStatus() ?? 0;

const refusal = (error: unknown): number | null => {
  const status = statusOf(error);
  // The disk is full: trying again does not empty it.
  if (status === 507) return status;
  // 409 and 423: another request still holds the upload. 404 and 410 begin anew by themselves.
  return status >= 400 && status < 500 && ![404, 408, 409, 410, 423, 429].includes(status) ? status : null;
};

/** What was to be removed is not there: the server removes by itself what it refuses. */
const isRemoved = (error: unknown): boolean =>
  (error as TusError).originalRequest?.getMethod() === 'DELETE' && [404, 410].includes(statusOf(error));

/**
 * The client begins a new upload when it is not told how far the last one came, whatever the reason. A server that is
 * not there for a moment has the bytes nevertheless: an error instead makes the client ask again.
 */
function keepWhatIsThere(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  if (request.getMethod() === 'HEAD' && (status >= 500 || status === 429))
    throw new Error(`How far the upload came is not known yet (HTTP ${status}).`);
}

/**
 * Sends files by tus; an upload known from before (a reload, a lost connection) goes on where it stopped.
 * @param metadata what else is remembered of its uploads
 */
export function tusTransfer(endpoint: string, metadata: Record<string, string>): StartTransfer {
  return (file, events) => {
    const upload = new Upload(file, {
      endpoint,
      retryDelays: RETRY_DELAYS_MS,
      metadata: { ...metadata, filename: file.name.slice(-LONGEST_NAME), filetype: file.type },
      fingerprint: () => Promise.resolve(fingerprintOf(file)),
      // Kept until the recording exists: a reload in between finds all bytes there already.
      removeFingerprintOnSuccess: false,
      onAfterResponse: keepWhatIsThere,
      onProgress: (sent) => events.onProgress(sent),
      onSuccess: () => events.onDone(upload.url?.split('/').pop() ?? ''),
      onShouldRetry: (error) => refusal(error) === null && !isRemoved(error),
      onError: (error) => {
        const status = refusal(error);
        if (status === null) events.onInterrupted();
        else events.onRefused(status);
      },
    });
    const forget = async () => {
      const known = await upload.findPreviousUploads();
      await Promise.all(
        known.map(({ urlStorageKey }) => defaultOptions.urlStorage.removeUpload(urlStorageKey)),
      );
    };
    return {
      start: () => {
        const resume = async () => {
          const [previous] = upload.url ? [] : await upload.findPreviousUploads();
          if (previous) upload.resumeFromPreviousUpload(previous);
          upload.start();
        };
        void resume();
      },
      pause: () => void upload.abort(),
      abandon: async () => {
        // Stopped first, lest an answer on its way be remembered; forgotten before the server answers, if it ever does.
        await upload.abort();
        await forget();
        await upload.abort(true).catch(() => undefined);
      },
      settle: forget,
    };
  };
}
