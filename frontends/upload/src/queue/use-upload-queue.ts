import type { ProblemValue } from '@colloquy/ui';
import { connection, messages, useConfig } from '@colloquy/web-kit';
import { useSyncExternalStore } from 'react';
import { tusTransfer } from './transfer.ts';
import type { UploadItem } from './upload-item.ts';
import { UploadQueue } from './upload-queue.ts';

let queue: UploadQueue | undefined;

/** The page's one queue: made at the first visit, alive until the page is closed. */
function queueFor(uploadUrl: string): UploadQueue {
  if (queue) return queue;
  const created = new UploadQueue(tusTransfer(uploadUrl), httpProblem);
  queue = created;
  window.addEventListener('online', () => created.resumeInterrupted());
  connection.onResume(() => created.resumeInterrupted());
  window.addEventListener('beforeunload', (event) => {
    if (created.hasUnfinished()) event.preventDefault();
  });
  return created;
}

/** The upload endpoint answers with a status, not with a problem of the graph. */
function httpProblem(status: number): ProblemValue {
  const tooLarge = status === 413;
  return {
    code: tooLarge ? 'UPLOAD_TOO_LARGE' : `UPLOAD_HTTP_${status}`,
    message: messages.t(tooLarge ? 'upload:refused.tooLarge' : 'upload:refused.byServer', { status }),
    troubleshooting: [],
    recovery: [messages.t(tooLarge ? 'upload:refused.tooLargeAdvice' : 'upload:refused.byServerAdvice')],
  };
}

export function useUploadQueue(): { queue: UploadQueue; items: readonly UploadItem[] } {
  const { uploadUrl } = useConfig();
  const shared = queueFor(uploadUrl);
  return { queue: shared, items: useSyncExternalStore(shared.watch, shared.items) };
}
