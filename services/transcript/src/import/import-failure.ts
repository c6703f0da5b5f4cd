import { transcriptImportFailed, type EventPayload, type recordingTranscribed } from '@colloquy/contracts';
import { inTransaction, toProblem, type JobQueue, type Problem } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { ResultDocumentError } from './result-document.ts';

/** Says that a result will not become a transcript, so that its recording does not wait for it. */
export class ImportFailure {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'publish'>,
  ) {}

  async tell(
    { workspaceId, recordingId, runId }: EventPayload<typeof recordingTranscribed>,
    problem: Problem,
  ): Promise<void> {
    await inTransaction(this.dataSource, (tx) =>
      this.jobs.publish(tx, transcriptImportFailed, { workspaceId, recordingId, runId, problem }),
    );
  }
}

export const resultUnreadable = (error: ResultDocumentError): Problem =>
  toProblem({
    code: 'TRANSCRIPT_RESULT_UNREADABLE',
    message: 'The result of processing cannot be read as a transcript.',
    troubleshooting: [`What is wrong with it: ${error.message}.`, 'Is there room left on the disk?'],
    recovery: ['Retry: the result is put together again.', 'If it happens again, report it.'],
  });

export const importGivenUp = (): Problem =>
  toProblem({
    code: 'TRANSCRIPT_IMPORT_FAILED',
    message: 'The transcript could not be stored, though it was tried several times.',
    troubleshooting: [
      'Look for “job failed for good” in the log of the transcript service.',
      'Is there room left on the disk, and does the database answer?',
    ],
    recovery: ['Retry when the cause is gone: what was recognised is kept.'],
  });
