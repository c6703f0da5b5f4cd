import { collectionDeleted } from '@colloquy/contracts';
import { defineJob, inTransaction, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { RecordingDeletion } from '../recording/recording-deletion.service.ts';
import type { CollectionMembers } from './collection-members.ts';
import type { CollectionOwner } from './collection-owner.ts';
import { Collection } from './collection.entity.ts';
import { lockCollection } from './lock-collection.ts';

const key = { workspaceId: z.uuid(), collectionId: z.uuid() };

/** `expiresAt` tells this expiry from one that was changed since. */
export const expireCollectionJob = defineJob(
  'ingest.expire-collection',
  z.object({ ...key, expiresAt: z.iso.datetime() }),
  { retryLimit: 10 },
);

export const removeCollectionJob = defineJob(
  'ingest.remove-collection',
  z.object({ ...key, withRecordings: z.boolean() }),
  { retryLimit: 10 },
);

/** Recordings that were made for a collection and that no other one has; of them only `$3` where that is given. */
const ONLY_IN_IT = `
  select recording.id from ingest.collection_member member join ingest.recording on recording.id = member.recording_id
   where member.collection_id = $1 and member.workspace_id = $2 and member.made_for_it and recording.deleted_at is null
     and ($3::uuid is null or recording.id = $3)
     and not exists (
       select 1 from ingest.collection_member other join ingest.collection on collection.id = other.collection_id
        where other.recording_id = member.recording_id and other.collection_id <> $1 and collection.deleted_at is null)
   order by member.position`;

/** Deleting collections: hidden at once, then their recordings and all that was made of them, by a job. */
export class CollectionRemoval {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly members: Pick<CollectionMembers, 'announce'>,
    private readonly recordings: Pick<RecordingDeletion, 'deleteIf'>,
  ) {}

  /** @returns how many recordings go with it. @throws ExpectedError `COLLECTION_NOT_FOUND` */
  async delete(owner: CollectionOwner, id: string, withRecordings: boolean): Promise<number> {
    const count = await inTransaction(this.dataSource, async (tx) =>
      this.hide(tx, await lockCollection(tx, owner, id), withRecordings),
    );
    this.members.announce(id);
    return count;
  }

  /** In the transaction that set it. */
  async scheduleExpiry(tx: EntityManager, { id, workspaceId, expiresAt }: Collection): Promise<void> {
    if (!expiresAt) return;
    const startAfterSeconds = Math.max(1, Math.ceil((expiresAt.getTime() - Date.now()) / 1000));
    const payload = { workspaceId, collectionId: id, expiresAt: expiresAt.toISOString() };
    await this.jobs.enqueue(tx, expireCollectionJob, payload, { startAfterSeconds });
  }

  async expire({
    workspaceId,
    collectionId,
    expiresAt,
  }: z.infer<typeof expireCollectionJob.payload>): Promise<void> {
    const expired = await inTransaction(this.dataSource, async (tx) => {
      const collection = await tx.findOne(Collection, {
        where: { id: collectionId, workspaceId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!collection || collection.deletedAt || collection.expiresAt?.toISOString() !== expiresAt)
        return false;
      await this.hide(tx, collection, true);
      return true;
    });
    if (expired) this.members.announce(collectionId);
  }

  /** Taken up again after a death: what is deleted already is no longer found. */
  async remove({
    workspaceId,
    collectionId,
    withRecordings,
  }: z.infer<typeof removeCollectionJob.payload>): Promise<void> {
    if (withRecordings)
      for (const { id } of await this.onlyInIt(this.dataSource.manager, workspaceId, collectionId))
        await this.recordings.deleteIf(workspaceId, id, async (tx) => {
          // Somebody may have put it into another collection meanwhile.
          const [still] = await this.onlyInIt(tx, workspaceId, collectionId, id);
          return still !== undefined;
        });
    await inTransaction(this.dataSource, async (tx) => {
      const { affected } = await tx.delete(Collection, { id: collectionId, workspaceId });
      if (!affected) return;
      // Names travel in events.
      await this.jobs.forget(tx, 'collectionId', collectionId);
      await this.jobs.publish(tx, collectionDeleted, { workspaceId, collectionId });
    });
  }

  private async hide(
    tx: EntityManager,
    { id, workspaceId }: Collection,
    withRecordings: boolean,
  ): Promise<number> {
    const going = withRecordings ? await this.onlyInIt(tx, workspaceId, id) : [];
    await tx.update(Collection, { id, workspaceId }, { deletedAt: new Date() });
    await this.jobs.enqueue(tx, removeCollectionJob, { workspaceId, collectionId: id, withRecordings });
    return going.length;
  }

  private onlyInIt(
    tx: EntityManager,
    workspaceId: string,
    id: string,
    recordingId: string | null = null,
  ): Promise<{ id: string }[]> {
    return tx.query(ONLY_IN_IT, [id, workspaceId, recordingId]);
  }
}
