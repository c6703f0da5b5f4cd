import type { Bus, JobQueue } from '@colloquy/subgraph';
import { In, type EntityManager } from 'typeorm';
import { CollectionMember } from './collection-member.entity.ts';
import { collectionTopic, type CollectionOwner } from './collection-owner.ts';
import type { Collection } from './collection.entity.ts';
import { collectionFileTooLarge, collectionFull } from './collection.errors.ts';
import { lockCollection, publishCollectionChanged } from './lock-collection.ts';

export interface CollectionLimits {
  maxRecordings: number;
  maxFileBytes: number;
}

/** Puts recordings into collections, as many and as large as these may hold. */
export class CollectionMembers {
  constructor(
    private readonly jobs: Pick<JobQueue, 'publish'>,
    private readonly bus: Pick<Bus, 'publish'>,
    readonly limits: CollectionLimits,
  ) {}

  /** Before a file is stored for a collection. @throws ExpectedError `COLLECTION_FILE_TOO_LARGE` */
  checkFile({ sizeBytes }: { sizeBytes: number }): void {
    if (sizeBytes > this.limits.maxFileBytes) throw collectionFileTooLarge(this.limits.maxFileBytes);
  }

  /** Takes a recording in, in the transaction that makes it. @throws ExpectedError `COLLECTION_NOT_FOUND` · `COLLECTION_FULL` */
  async join(
    tx: EntityManager,
    owner: CollectionOwner,
    collectionId: string,
    recordingId: string,
  ): Promise<void> {
    const collection = await lockCollection(tx, owner, collectionId);
    await this.append(tx, collection, [recordingId], { madeForIt: true });
  }

  /** Puts recordings that are not in it at the end of a locked collection. @throws ExpectedError `COLLECTION_FULL` */
  async append(
    tx: EntityManager,
    collection: Collection,
    recordingIds: readonly string[],
    { madeForIt }: { madeForIt: boolean },
  ): Promise<void> {
    const { id: collectionId, workspaceId } = collection;
    const known = await tx.findBy(CollectionMember, {
      collectionId,
      workspaceId,
      recordingId: In([...recordingIds]),
    });
    const there = new Set(known.map(({ recordingId }) => recordingId));
    const fresh = [...new Set(recordingIds)].filter((id) => !there.has(id));
    if (fresh.length === 0) return;
    const [held]: { shown: number; next: number }[] = await tx.query(
      `select count(*) filter (where recording.deleted_at is null)::int as shown,
              coalesce(max(member.position) + 1, 0)::int as next
         from ingest.collection_member member join ingest.recording on recording.id = member.recording_id
        where member.collection_id = $1 and member.workspace_id = $2`,
      [collectionId, workspaceId],
    );
    const { shown, next } = held ?? { shown: 0, next: 0 };
    if (shown + fresh.length > this.limits.maxRecordings) throw collectionFull(this.limits.maxRecordings);
    await tx.insert(
      CollectionMember,
      fresh.map((recordingId, i) => ({
        collectionId,
        recordingId,
        workspaceId,
        position: next + i,
        madeForIt,
      })),
    );
    await publishCollectionChanged(tx, this.jobs, collection);
  }

  /** After the transaction that changed it. */
  announce(collectionId: string): void {
    this.bus.publish(collectionTopic(collectionId.toLowerCase()), {});
  }
}
