import { defaultOptions, Upload } from 'tus-js-client';

/** An upload that was begun before the page was loaded; its bytes wait on the server, the file is the user's. */
export interface UnfinishedUpload {
  key: string;
  fileName: string;
  sizeBytes: number;
  /** ISO 8601. */
  startedAt: string;
  url: string | null;
}

/**
 * Those in this browser's storage, the newest first, without the files that are in the queue right now. Files of a
 * collection are taken up where they were dropped.
 */
export async function unfinishedUploads(
  inQueue: readonly { fileName: string; sizeBytes: number }[],
): Promise<UnfinishedUpload[]> {
  const stored = await defaultOptions.urlStorage.findAllUploads();
  return stored
    .filter(({ metadata }) => metadata['collection'] === undefined)
    .map(({ urlStorageKey, metadata, size, creationTime, uploadUrl }) => ({
      key: urlStorageKey,
      fileName: metadata['filename'] ?? '',
      sizeBytes: size ?? 0,
      startedAt: new Date(creationTime).toISOString(),
      url: uploadUrl,
    }))
    .filter(
      ({ fileName, sizeBytes }) =>
        fileName !== '' &&
        !inQueue.some((item) => item.fileName === fileName && item.sizeBytes === sizeBytes),
    )
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}

/** Gives an unfinished upload up: here, and on the server when it answers. */
export async function forgetUnfinished({ key, url }: UnfinishedUpload): Promise<void> {
  await defaultOptions.urlStorage.removeUpload(key);
  if (url) await Upload.terminate(url, { retryDelays: null }).catch(() => undefined);
}
