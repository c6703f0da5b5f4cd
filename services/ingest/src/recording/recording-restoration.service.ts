import { inTransaction, type Bus, type JobQueue } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { CollectionMembers } from '../collection/collection-members.ts';
import type { CollectionOwner } from '../collection/collection-owner.ts';
import type { ProcessingService } from '../processing/processing.service.ts';
import { runOf } from '../processing/run-of.ts';
import { announce, statusOf } from '../status/recording-status-update.ts';
import { lockRecording } from './lock-recording.ts';
import { publishRecordingChanged } from './recording-event.ts';
import { RecordingStatus } from './recording-status.ts';
import { Recording } from './recording.entity.ts';
import { recordingNotFound } from './recording.errors.ts';

/** Brings deleted recordings back. */
export class RecordingRestoration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly bus: Bus,
    private readonly processing: ProcessingService,
    private readonly collections: Pick<CollectionMembers, 'comeBack' | 'announce'>,
  ) {}

  /**
   * Undoes a deletion. Processing that the deletion stopped goes on from the last finished piece.
   * @param leaveFull takes it out of collections that were filled up meanwhile
   * @throws ExpectedError `RECORDING_NOT_FOUND` when it is gone for good · `COLLECTION_FULL`
   */
  async restore(owner: CollectionOwner, id: string, { leaveFull = false } = {}): Promise<Recording> {
    const { workspaceId } = owner;
    const { recording, run, left } = await inTransaction(this.dataSource, async (tx) => {
      const found = await lockRecording(tx, workspaceId, id, { deleted: true });
      if (!found) throw recordingNotFound();
      const leaving = await this.collections.comeBack(tx, owner, id, { leaveFull });
      const { deletedAt } = found;
      await tx.update(Recording, { id, workspaceId }, { deletedAt: null });
      found.deletedAt = null;
      await publishRecordingChanged(tx, this.jobs, found);
      const last = await runOf(tx, found);
      const stoppedByDeletion =
        found.status === RecordingStatus.CANCELLED &&
        last?.finishedAt &&
        deletedAt &&
        last.finishedAt >= deletedAt;
      return {
        recording: found,
        run: stoppedByDeletion ? await this.processing.again(tx, found, {}) : last,
        left: leaving,
      };
    });
    announce(this.bus, statusOf(recording, run));
    for (const collectionId of left) this.collections.announce(collectionId);
    return recording;
  }
}
