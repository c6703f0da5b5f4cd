import { collectionChanged } from '@colloquy/contracts';
import { isId, type JobQueue } from '@colloquy/subgraph';
import { IsNull, type EntityManager } from 'typeorm';
import { CollectionMember } from './collection-member.entity.ts';
import type { CollectionOwner } from './collection-owner.ts';
import { Collection } from './collection.entity.ts';
import { collectionNotFound } from './collection.errors.ts';

/**
 * A collection of this person, locked until the transaction ends: its recordings come, go and move one after another.
 * @throws ExpectedError `COLLECTION_NOT_FOUND`
 */
export async function lockCollection(
  tx: EntityManager,
  { workspaceId, ownerId }: CollectionOwner,
  id: string,
): Promise<Collection> {
  const collection = isId(id)
    ? await tx.findOne(Collection, {
        where: { id, workspaceId, ownerId, deletedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      })
    : null;
  if (!collection) throw collectionNotFound();
  return collection;
}

/** The collections of anybody that have a recording, locked until the transaction ends. */
export function lockCollectionsWith(
  tx: EntityManager,
  workspaceId: string,
  recordingId: string,
): Promise<Collection[]> {
  return tx
    .createQueryBuilder(Collection, 'collection')
    .where({ workspaceId, deletedAt: IsNull() })
    .andWhere(
      'collection.id in (select collection_id from ingest.collection_member where recording_id = :recordingId)',
      { recordingId },
    )
    .orderBy('collection.id')
    .setLock('pessimistic_write')
    .getMany();
}

/** Gives a locked collection its next version and tells the other services how it is now. */
export async function publishCollectionChanged(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'publish'>,
  collection: Collection,
): Promise<void> {
  const { id, workspaceId, ownerId, name } = collection;
  collection.version += 1;
  await tx.update(Collection, { id, workspaceId }, { version: collection.version });
  const members = await tx.find(CollectionMember, {
    where: { collectionId: id, workspaceId },
    order: { position: 'ASC' },
  });
  await jobs.publish(tx, collectionChanged, {
    workspaceId,
    collectionId: id,
    version: collection.version,
    ownerId,
    name,
    recordingIds: members.map(({ recordingId }) => recordingId),
  });
}
