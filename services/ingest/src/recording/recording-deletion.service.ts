import { recordingDeleted } from '@colloquy/contracts';
import type { Storage } from '@colloquy/storage';
import { defineJob, inTransaction, type Bus, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ProcessingService } from '../processing/processing.service.ts';
import { runOf } from '../processing/run-of.ts';
import { recordingPrefix } from '../processing/storage-keys.ts';
import { announce, statusOf } from '../status/recording-status-update.ts';
import { forgetUndelivered } from '../webhook/webhook-upkeep.ts';
import { lockRecording } from './lock-recording.ts';
import { publishRecordingChanged } from './recording-event.ts';
import { Recording } from './recording.entity.ts';
import { recordingNotFound } from './recording.errors.ts';

/** `deletedAt` tells this deletion from an earlier one that was undone. */
export const purgeRecordingJob = defineJob(
  'ingest.purge-recording',
  z.object({ workspaceId: z.uuid(), recordingId: z.uuid(), deletedAt: z.iso.datetime() }),
  { retryLimit: 10 },
);

/** Deleting in two steps: hidden everywhere at once and restorable, then gone everywhere for good. */
export class RecordingDeletion {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly bus: Bus,
    private readonly storage: Storage,
    private readonly processing: ProcessingService,
    private readonly graceSeconds: number,
  ) {}

  /** @returns until when it can be restored. @throws ExpectedError `RECORDING_NOT_FOUND` */
  async delete(workspaceId: string, id: string): Promise<Date> {
    const deletedAt = await this.hide(workspaceId, id, async () => true);
    if (!deletedAt) throw recordingNotFound();
    return new Date(deletedAt.getTime() + this.graceSeconds * 1000);
  }

  /** @param isToGo asked once nobody else can change the recording; one that is gone already is left alone */
  async deleteIf(
    workspaceId: string,
    id: string,
    isToGo: (tx: EntityManager) => Promise<boolean>,
  ): Promise<void> {
    await this.hide(workspaceId, id, isToGo);
  }

  private async hide(
    workspaceId: string,
    id: string,
    isToGo: (tx: EntityManager) => Promise<boolean>,
  ): Promise<Date | null> {
    const deletedAt = new Date();
    const hidden = await inTransaction(this.dataSource, async (tx) => {
      const found = await lockRecording(tx, workspaceId, id);
      if (!found || !(await isToGo(tx))) return null;
      const cancelled = await this.processing.stop(tx, found);
      await tx.update(Recording, { id, workspaceId }, { deletedAt });
      found.deletedAt = deletedAt;
      await publishRecordingChanged(tx, this.jobs, found);
      const payload = { workspaceId, recordingId: id, deletedAt: deletedAt.toISOString() };
      await this.jobs.enqueue(tx, purgeRecordingJob, payload, { startAfterSeconds: this.graceSeconds });
      return { recording: found, stopped: cancelled, run: await runOf(tx, found) };
    });
    if (!hidden) return null;
    const { recording, stopped, run } = hidden;
    if (stopped) await this.processing.afterStop(recording, stopped);
    else announce(this.bus, statusOf(recording, run));
    return deletedAt;
  }

  /** Files first: when that fails the row is still there and the job is tried again. */
  async purge({
    workspaceId,
    recordingId,
    deletedAt,
  }: z.infer<typeof purgeRecordingJob.payload>): Promise<void> {
    const isDue = (recording: Recording | null) => recording?.deletedAt?.toISOString() === deletedAt;
    if (!isDue(await this.dataSource.manager.findOneBy(Recording, { id: recordingId, workspaceId }))) return;
    await this.storage.deletePrefix(recordingPrefix(recordingId));
    await inTransaction(this.dataSource, async (tx) => {
      if (!isDue(await lockRecording(tx, workspaceId, recordingId, { deleted: true }))) return;
      await tx.delete(Recording, { id: recordingId, workspaceId });
      await forgetUndelivered(tx, workspaceId, recordingId);
      // Titles travel in events, and words in the errors of jobs.
      await this.jobs.forget(tx, 'recordingId', recordingId);
      await this.jobs.publish(tx, recordingDeleted, { workspaceId, recordingId });
    });
  }
}
