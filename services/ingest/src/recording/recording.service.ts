import type { EventPayload, transcriptChanged, transcriptImportFailed } from '@colloquy/contracts';
import type { Storage } from '@colloquy/storage';
import { inTransaction, toProblem, type Bus, type JobQueue } from '@colloquy/subgraph';
import { Not, type DataSource, type EntityManager } from 'typeorm';
import { ChunkResult } from '../processing/chunk-result.entity.ts';
import { EngineRun } from '../processing/engine-run.entity.ts';
import { ProcessingRun } from '../processing/processing-run.entity.ts';
import { runOf } from '../processing/run-of.ts';
import type { CurrentRun, RunStore } from '../processing/run.store.ts';
import { resultKey } from '../processing/storage-keys.ts';
import { announce, statusOf } from '../status/recording-status-update.ts';
import { lockRecording } from './lock-recording.ts';
import { checkLanguage, checkRecordedAt, checkTitle, type RecordingDetails } from './recording-details.ts';
import { publishRecordingChanged } from './recording-event.ts';
import { Recording } from './recording.entity.ts';
import { recordingNotFound } from './recording.errors.ts';
import { RecordingStatus } from './recording-status.ts';

/** What happens to a recording apart from processing. */
export class RecordingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly bus: Bus,
    private readonly runs: RunStore,
    private readonly storage: Storage,
  ) {}

  /** Null values empty a field, absent ones leave it. @throws ExpectedError `RECORDING_NOT_FOUND` · `INPUT_INVALID` */
  async update(
    workspaceId: string,
    id: string,
    changes: Pick<RecordingDetails, 'title' | 'language' | 'recordedAt'>,
  ): Promise<Recording> {
    const values = {
      ...(typeof changes.title === 'string' && { title: checkTitle(changes.title) }),
      ...(changes.language !== undefined && { language: checkLanguage(changes.language) }),
      ...(changes.recordedAt !== undefined && { recordedAt: checkRecordedAt(changes.recordedAt) }),
    };
    const { recording, run } = await inTransaction(this.dataSource, async (tx) => {
      const found = await lockRecording(tx, workspaceId, id);
      if (!found) throw recordingNotFound();
      if (Object.keys(values).length > 0) await tx.update(Recording, { id, workspaceId }, values);
      Object.assign(found, values);
      await publishRecordingChanged(tx, this.jobs, found);
      return { recording: found, run: await runOf(tx, found) };
    });
    announce(this.bus, statusOf(recording, run));
    return recording;
  }

  /** The transcript can be read now: the run it came from is done. Its pieces and earlier results are no longer needed. */
  async transcriptArrived({
    workspaceId,
    recordingId,
    runId,
  }: EventPayload<typeof transcriptChanged>): Promise<void> {
    if (runId === null) return;
    const earlierRuns = await this.endRun({ workspaceId, recordingId, runId }, async (tx, current) => {
      await this.runs.end(tx, current, RecordingStatus.READY, null);
      await tx.delete(ChunkResult, { runId, workspaceId });
      const where = { recordingId, workspaceId, id: Not(runId) };
      return tx.find(ProcessingRun, { select: { id: true }, where });
    });
    for (const { id } of earlierRuns ?? []) await this.storage.delete(resultKey(recordingId, id));
  }

  /** The result will not become a transcript; its pieces are kept for the next attempt. */
  async transcriptFailed({ problem, ...run }: EventPayload<typeof transcriptImportFailed>): Promise<void> {
    const { runId, workspaceId } = run;
    await this.endRun(run, async (tx, current) => {
      await this.runs.end(tx, current, RecordingStatus.FAILED, toProblem(problem));
      // They made nothing that anybody reads.
      await tx.delete(EngineRun, { runId, workspaceId });
    });
  }

  /** For a run that has handed its result over and still counts, else null; tells subscribers afterwards. */
  private async endRun<T>(
    { workspaceId, recordingId, runId }: { workspaceId: string; recordingId: string; runId: string },
    end: (tx: EntityManager, current: CurrentRun) => Promise<T>,
  ): Promise<T | null> {
    const ended = await inTransaction(this.dataSource, async (tx) => {
      const recording = await lockRecording(tx, workspaceId, recordingId);
      if (recording?.runId !== runId || recording.status !== RecordingStatus.PROCESSING) return null;
      const run = await tx.findOneByOrFail(ProcessingRun, { id: runId, workspaceId });
      return { recording, run, result: await end(tx, { recording, run }) };
    });
    if (!ended) return null;
    announce(this.bus, statusOf(ended.recording, ended.run));
    return ended.result;
  }
}
