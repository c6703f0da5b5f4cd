import type { Bus, JobQueue } from '@colloquy/subgraph';
import { In, type EntityManager } from 'typeorm';
import { CollectionMember } from './collection-member.entity.ts';
import { collectionTopic, type CollectionOwner } from './collection-owner.ts';
import type { Collection } from './collection.entity.ts';
import { collectionFileTooLarge, collectionFull, collectionFullMeanwhile } from './collection.errors.ts';
import { lockCollection, lockCollectionsWith, publishCollectionChanged } from './lock-collection.ts';

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
    recordingId: string,
    { collectionId, chosenAt }: { collectionId: string; chosenAt: Date | null },
  ): Promise<void> {
    const collection = await lockCollection(tx, owner, collectionId);
    const { shown, next } = await this.held(tx, collection);
    if (shown >= this.limits.maxRecordings) throw collectionFull(this.limits.maxRecordings);
    const position = chosenAt ? await makePlace(tx, collection, chosenAt, next) : next;
    const { workspaceId } = owner;
    const made = { collectionId, recordingId, workspaceId, position, chosenAt, madeForIt: true };
    await tx.insert(CollectionMember, made);
    await publishCollectionChanged(tx, this.jobs, collection);
  }

  /** Puts recordings that are not in it at the end of a locked collection. @throws ExpectedError `COLLECTION_FULL` */
  async append(tx: EntityManager, collection: Collection, recordingIds: readonly string[]): Promise<void> {
    const { id: collectionId, workspaceId } = collection;
    const known = await tx.findBy(CollectionMember, {
      collectionId,
      workspaceId,
      recordingId: In([...recordingIds]),
    });
    const there = new Set(known.map(({ recordingId }) => recordingId));
    const fresh = [...new Set(recordingIds)].filter((id) => !there.has(id));
    if (fresh.length === 0) return;
    const { shown, next } = await this.held(tx, collection);
    if (shown + fresh.length > this.limits.maxRecordings) throw collectionFull(this.limits.maxRecordings);
    const made = await madeForCollections(tx, workspaceId, fresh);
    await tx.insert(
      CollectionMember,
      fresh.map((recordingId, i) => ({
        collectionId,
        recordingId,
        workspaceId,
        position: next + i,
        madeForIt: made.has(recordingId),
        chosenAt: null,
      })),
    );
    await publishCollectionChanged(tx, this.jobs, collection);
  }

  /**
   * Before a locked recording comes back: collections that were filled up while it was deleted have no room for it.
   * @param leaveFull takes it out of them
   * @returns those that it was taken out of
   * @throws ExpectedError `COLLECTION_FULL` unless it may be taken out
   */
  async comeBack(
    tx: EntityManager,
    owner: CollectionOwner,
    recordingId: string,
    { leaveFull }: { leaveFull: boolean },
  ): Promise<string[]> {
    const { workspaceId, ownerId } = owner;
    const full: Collection[] = [];
    for (const collection of await lockCollectionsWith(tx, workspaceId, recordingId))
      if ((await this.held(tx, collection)).shown >= this.limits.maxRecordings) full.push(collection);
    if (full.length === 0) return [];
    if (!leaveFull)
      throw collectionFullMeanwhile(
        full.filter((one) => one.ownerId === ownerId).map(({ name }) => name),
        this.limits.maxRecordings,
      );
    for (const collection of full) {
      await tx.delete(CollectionMember, { collectionId: collection.id, recordingId, workspaceId });
      await publishCollectionChanged(tx, this.jobs, collection);
    }
    return full.map(({ id }) => id);
  }

  /** After the transaction that changed it. */
  announce(collectionId: string): void {
    this.bus.publish(collectionTopic(collectionId.toLowerCase()), {});
  }

  private async held(
    tx: EntityManager,
    { id, workspaceId }: Collection,
  ): Promise<{ shown: number; next: number }> {
    const [held]: { shown: number; next: number }[] = await tx.query(
      `select count(*) filter (where recording.deleted_at is null)::int as shown,
              coalesce(max(member.position) + 1, 0)::int as next
         from ingest.collection_member member join ingest.recording on recording.id = member.recording_id
        where member.collection_id = $1 and member.workspace_id = $2`,
      [id, workspaceId],
    );
    return held ?? { shown: 0, next: 0 };
  }
}

/** The place before all that were chosen later and arrived earlier; those and whatever is behind them move on. */
async function makePlace(
  tx: EntityManager,
  { id, workspaceId }: Collection,
  chosenAt: Date,
  next: number,
): Promise<number> {
  const [later]: { place: number | null }[] = await tx.query(
    `select min(position) as place from ingest.collection_member
      where collection_id = $1 and workspace_id = $2 and chosen_at > $3`,
    [id, workspaceId, chosenAt],
  );
  if (!later || later.place === null) return next;
  await tx.query(
    `update ingest.collection_member set position = position + 1
      where collection_id = $1 and workspace_id = $2 and position >= $3`,
    [id, workspaceId, later.place],
  );
  return later.place;
}

/** Which of some recordings were uploaded into a collection that they are still in. */
async function madeForCollections(
  tx: EntityManager,
  workspaceId: string,
  recordingIds: readonly string[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select member.recording_id as id
       from ingest.collection_member member join ingest.collection on collection.id = member.collection_id
      where member.recording_id = any($1::uuid[]) and member.workspace_id = $2 and member.made_for_it
        and collection.deleted_at is null`,
    [recordingIds, workspaceId],
  );
  return new Set(rows.map(({ id }) => id));
}
