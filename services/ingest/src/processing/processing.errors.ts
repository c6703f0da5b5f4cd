import { EngineError } from '@colloquy/engines';
import { ExpectedError, newId, toProblem, type Problem } from '@colloquy/subgraph';

export const workerCrashed = (times: number): Problem =>
  toProblem({
    code: 'PROCESSING_WORKER_CRASHED',
    message: `The worker died ${times} times at the same place of this recording.`,
    troubleshooting: [
      'Look at the end of the worker’s log, and at the system’s log for a process killed for lack of memory.',
      'Listen to the recording: does it play to the end?',
    ],
    recovery: [
      'Convert the file to WAV or FLAC and upload that.',
      'Choose another recogniser or diarizer (RECOGNIZER, DIARIZER) and retry.',
      'Retry when the cause is gone: pieces that were finished are kept.',
    ],
  });

export const notRunning = () =>
  new ExpectedError({
    code: 'PROCESSING_NOT_RUNNING',
    message: 'This recording is not being processed.',
    recovery: ['Reload the list to see where it stands.'],
  });

export const stillRunning = () =>
  new ExpectedError({
    code: 'PROCESSING_STILL_RUNNING',
    message: 'This recording is still being processed.',
    recovery: ['Cancel it first, or wait until it is ready.'],
  });

/** What a failed step tells the person who uploaded the recording; `id` is for finding it in the log. */
export function problemOf(error: unknown): { problem: Problem; id: string | null } {
  if (error instanceof ExpectedError) return { problem: error.problem, id: null };
  if (error instanceof EngineError) {
    const { code, message, troubleshooting, recovery } = error;
    return { problem: toProblem({ code, message, troubleshooting, recovery }), id: null };
  }
  const id = newId();
  const problem = toProblem({
    code: 'PROCESSING_FAILED',
    message: `Processing stopped because of something unexpected (error ${id}).`,
    troubleshooting: [`Look for ${id} in the worker’s log.`, 'Is there room left on the disk?'],
    recovery: ['Retry: pieces that were finished are kept.', 'If it happens again, report it with this id.'],
  });
  return { problem, id };
}

/** Bad input stays bad; a busy provider, a dead engine or something nobody expected may be better next time. */
export const mayPass = (error: unknown): boolean =>
  error instanceof EngineError ? error.transient : !(error instanceof ExpectedError);
