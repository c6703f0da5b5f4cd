import {
  batchLoader,
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  inTransaction,
  isId,
  newId,
  toConnection,
  type Connection,
  type Context,
  type JobQueue,
} from '@colloquy/subgraph';
import { ILike, In, IsNull, LessThan, type DataSource, type EntityManager } from 'typeorm';
import { escapeLike } from '../recording/escape-like.ts';
import { checkTitle } from '../recording/recording-details.ts';
import { Recording } from '../recording/recording.entity.ts';
import { inputInvalid, recordingNotFound } from '../recording/recording.errors.ts';
import { CollectionMember } from './collection-member.entity.ts';
import type { CollectionMembers } from './collection-members.ts';
import type { CollectionOwner } from './collection-owner.ts';
import type { CollectionRemoval } from './collection-removal.service.ts';
import { Collection } from './collection.entity.ts';
import { orderOutdated, tooManyCollections } from './collection.errors.ts';
import { lockCollection, publishCollectionChanged } from './lock-collection.ts';

const MAX_COLLECTIONS = 500;
const MAX_PAGE_SIZE = 100;
const LONGEST_SEARCH = 100;
const MAX_EXPIRY_MS = 10 * 366 * 86_400_000;

export interface CollectionPage {
  first: number;
  after?: string | null | undefined;
  /** Part of the name. */
  search?: string | null | undefined;
}

/** Makes and changes a person's collections. */
export class CollectionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly members: CollectionMembers,
    private readonly removal: Pick<CollectionRemoval, 'scheduleExpiry'>,
  ) {}

  /** Null when there is none with this id that is theirs. */
  async find({ workspaceId, ownerId }: CollectionOwner, id: string): Promise<Collection | null> {
    if (!isId(id)) return null;
    return this.dataSource.manager.findOneBy(Collection, { id, workspaceId, ownerId, deletedAt: IsNull() });
  }

  /** The same for many at once. */
  readonly of = async (id: string, context: Context): Promise<Collection | null> => {
    const found = await this.byId(id.toLowerCase(), context);
    return found?.ownerId === context.viewer.id ? found : null;
  };
  private readonly byId = batchLoader<Collection>(
    (ids, workspaceId) =>
      this.dataSource.manager.findBy(Collection, {
        id: In(ids.filter(isId)),
        workspaceId,
        deletedAt: IsNull(),
      }),
    ({ id }) => id,
  );

  /** The newest first. @throws ExpectedError `PAGE_SIZE_INVALID` · `CURSOR_INVALID` */
  async page(
    { workspaceId, ownerId }: CollectionOwner,
    { first, after, search }: CollectionPage,
  ): Promise<Connection<Collection>> {
    const size = checkPageSize(first, MAX_PAGE_SIZE);
    const wanted = (search ?? '').replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH);
    const named = wanted ? { name: ILike(`%${escapeLike(wanted)}%`) } : {};
    const owned = { workspaceId, ownerId, deletedAt: IsNull(), ...named };
    const [behind] = after ? decodeCursor(after, 1) : [];
    if (after && (typeof behind !== 'string' || !isId(behind))) throw cursorInvalid();
    const rows = await this.dataSource.manager.find(Collection, {
      where: { ...owned, ...(typeof behind === 'string' && { id: LessThan(behind) }) },
      order: { id: 'DESC' },
      take: size + 1,
    });
    const total = await this.dataSource.manager.countBy(Collection, owned);
    return toConnection(rows, size, total, ({ id }) => encodeCursor([id]), Boolean(after));
  }

  /** @throws ExpectedError `INPUT_INVALID` · `COLLECTION_LIMIT_REACHED` */
  async create(owner: CollectionOwner, name: string, expiresAt: Date | null): Promise<Collection> {
    const collection = Object.assign(new Collection(), {
      ...owner,
      id: newId(),
      name: checkTitle(name),
      createdAt: new Date(),
      expiresAt: checkExpiry(expiresAt),
      version: 0,
      deletedAt: null,
    });
    await inTransaction(this.dataSource, async (tx) => {
      collection.version = 0;
      if ((await tx.countBy(Collection, { ...owner, deletedAt: IsNull() })) >= MAX_COLLECTIONS)
        throw tooManyCollections(MAX_COLLECTIONS);
      await tx.insert(Collection, collection);
      await publishCollectionChanged(tx, this.jobs, collection);
      await this.removal.scheduleExpiry(tx, collection);
    });
    return collection;
  }

  /** @throws ExpectedError `COLLECTION_NOT_FOUND` · `INPUT_INVALID` */
  rename(owner: CollectionOwner, id: string, given: string): Promise<Collection> {
    const name = checkTitle(given);
    return this.change(owner, id, async (tx, collection) => {
      collection.name = name;
      await tx.update(Collection, { id, workspaceId: owner.workspaceId }, { name });
      await publishCollectionChanged(tx, this.jobs, collection);
    });
  }

  /** Null keeps it for ever. @throws ExpectedError `COLLECTION_NOT_FOUND` · `INPUT_INVALID` */
  setExpiry(owner: CollectionOwner, id: string, given: Date | null): Promise<Collection> {
    const expiresAt = checkExpiry(given);
    return this.change(owner, id, async (tx, collection) => {
      collection.expiresAt = expiresAt;
      await tx.update(Collection, { id, workspaceId: owner.workspaceId }, { expiresAt });
      await this.removal.scheduleExpiry(tx, collection);
    });
  }

  /** Those that are in it already stay where they are. @throws ExpectedError `COLLECTION_NOT_FOUND` · `RECORDING_NOT_FOUND` · `COLLECTION_FULL` */
  add(owner: CollectionOwner, id: string, recordingIds: readonly string[]): Promise<Collection> {
    const wanted = [...new Set(recordingIds.map((one) => one.toLowerCase()))];
    return this.change(owner, id, async (tx, collection) => {
      const where = { id: In(wanted.filter(isId)), workspaceId: owner.workspaceId, deletedAt: IsNull() };
      if ((await tx.countBy(Recording, where)) < wanted.length) throw recordingNotFound();
      await this.members.append(tx, collection, wanted);
    });
  }

  /** The recordings themselves stay, and no longer go with the collection. @throws ExpectedError `COLLECTION_NOT_FOUND` */
  remove(owner: CollectionOwner, id: string, recordingIds: readonly string[]): Promise<Collection> {
    return this.change(owner, id, async (tx, collection) => {
      const recordingId = In(recordingIds.filter(isId));
      const { affected } = await tx.delete(CollectionMember, {
        collectionId: id,
        workspaceId: owner.workspaceId,
        recordingId,
      });
      if (affected) await publishCollectionChanged(tx, this.jobs, collection);
    });
  }

  /** @param recordingIds all that are shown in it. @throws ExpectedError `COLLECTION_NOT_FOUND` · `COLLECTION_ORDER_OUTDATED` */
  reorder(owner: CollectionOwner, id: string, recordingIds: readonly string[]): Promise<Collection> {
    const { workspaceId } = owner;
    return this.change(owner, id, async (tx, collection) => {
      const members = await tx.find(CollectionMember, {
        where: { collectionId: id, workspaceId },
        order: { position: 'ASC' },
      });
      const shown = await tx.find(Recording, {
        select: { id: true },
        where: { id: In(members.map(({ recordingId }) => recordingId)), workspaceId, deletedAt: IsNull() },
      });
      const wanted = recordingIds.map((one) => one.toLowerCase());
      const same = new Set(wanted).size === wanted.length && wanted.length === shown.length;
      if (!same || !shown.every((one) => wanted.includes(one.id))) throw orderOutdated();
      const hidden = members.map(({ recordingId }) => recordingId).filter((one) => !wanted.includes(one));
      for (const [position, recordingId] of [...wanted, ...hidden].entries())
        await tx.update(
          CollectionMember,
          { collectionId: id, recordingId, workspaceId },
          { position, chosenAt: null },
        );
      await publishCollectionChanged(tx, this.jobs, collection);
    });
  }

  private async change(
    owner: CollectionOwner,
    id: string,
    work: (tx: EntityManager, collection: Collection) => Promise<void>,
  ): Promise<Collection> {
    const changed = await inTransaction(this.dataSource, async (tx) => {
      const collection = await lockCollection(tx, owner, id);
      await work(tx, collection);
      return collection;
    });
    this.members.announce(changed.id);
    return changed;
  }
}

function checkExpiry(expiresAt: Date | null): Date | null {
  if (!expiresAt) return null;
  const inMs = expiresAt.getTime() - Date.now();
  if (inMs <= 0) throw inputInvalid('A collection cannot expire in the past.');
  if (inMs > MAX_EXPIRY_MS) throw inputInvalid('A collection expires within ten years, or never.');
  return expiresAt;
}
