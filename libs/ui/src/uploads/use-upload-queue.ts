import type { ProblemValue } from '../components/problem.ts';
import { connection, messages, useConfig } from '@colloquy/web-kit';
import { useSyncExternalStore } from 'react';
import { tusTransfer } from './transfer.ts';
import type { UploadItem } from './upload-item.ts';
import { UploadQueue } from './upload-queue.ts';

let queue: UploadQueue | undefined;

/** The page's one queue: made at the first visit, alive until the page is closed. */
function queueFor(uploadUrl: string, metadata: Record<string, string>): UploadQueue {
  if (queue) return queue;
  const created = new UploadQueue(tusTransfer(uploadUrl, metadata), httpProblem);
  queue = created;
  window.addEventListener('online', () => created.resumeInterrupted());
  connection.onResume(() => created.resumeInterrupted());
  window.addEventListener('beforeunload', (event) => {
    if (created.hasUnfinished()) event.preventDefault();
  });
  return created;
}

const REFUSALS: Record<number, { code: string; reason: 'tooLarge' | 'diskFull' }> = {
  413: { code: 'UPLOAD_TOO_LARGE', reason: 'tooLarge' },
  507: { code: 'DISK_FULL', reason: 'diskFull' },
};

/** The upload endpoint is judged by its status: its text is not in the user's language. */
function httpProblem(status: number): ProblemValue {
  const { code, reason } = REFUSALS[status] ?? { code: `UPLOAD_HTTP_${status}`, reason: 'byServer' as const };
  return {
    code,
    message: messages.t(`upload:refused.${reason}`, { status }),
    troubleshooting: [],
    recovery: [messages.t(`upload:refused.${reason}Advice`)],
  };
}

/** @param metadata what else is remembered of its uploads; of the first call */
export function useUploadQueue(metadata: Record<string, string> = {}): {
  queue: UploadQueue;
  items: readonly UploadItem[];
} {
  const { uploadUrl } = useConfig();
  const shared = queueFor(uploadUrl, metadata);
  return { queue: shared, items: useSyncExternalStore(shared.watch, shared.items) };
}
