import type {
  collectionChanged,
  collectionDeleted,
  EventPayload,
  recordingChanged,
  recordingDeleted,
  transcriptChanged,
} from '@colloquy/contracts';
import { inTransaction } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { UnifyCollectionService } from './unify-collection.service.ts';

/** Keeps this service's idea of collections in step with ingest's, and what was made of them with their transcripts. */
export class CollectionChangesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unify: UnifyCollectionService,
  ) {}

  /** Applies `collection.changed`, unless a later one came first. What was deleted stays deleted. */
  async applyChange(change: EventPayload<typeof collectionChanged>): Promise<void> {
    const { workspaceId, collectionId, version, ownerId, name, recordingIds } = change;
    await inTransaction(this.dataSource, async (tx) => {
      const applied: unknown[] = await tx.query(
        `insert into transcript.collection_ref (collection_id, workspace_id, owner_id, name, version)
         values ($1, $2, $3, $4, $5)
         on conflict (collection_id) do update set name = excluded.name, version = excluded.version
          where collection_ref.workspace_id = excluded.workspace_id and not collection_ref.deleted
            and collection_ref.version < excluded.version
         returning 1`,
        [collectionId, workspaceId, ownerId, name, version],
      );
      if (applied.length === 0) return;
      await tx.query(
        `delete from transcript.collection_member
          where collection_id = $1 and workspace_id = $2 and recording_id <> all($3::uuid[])`,
        [collectionId, workspaceId, recordingIds],
      );
      await tx.query(
        `insert into transcript.collection_member (collection_id, workspace_id, recording_id, position)
         select $1, $2, id, place - 1 from unnest($3::uuid[]) with ordinality as member(id, place)
         on conflict (collection_id, recording_id) do update set position = excluded.position`,
        [collectionId, workspaceId, recordingIds],
      );
    });
    await this.unify.refresh(workspaceId, collectionId);
  }

  async purge({ workspaceId, collectionId }: EventPayload<typeof collectionDeleted>): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await tx.query(
        `insert into transcript.collection_ref (collection_id, workspace_id, name, version, deleted)
         values ($1, $2, '', 0, true)
         on conflict (collection_id) do update set name = '', owner_id = null, deleted = true
          where collection_ref.workspace_id = excluded.workspace_id`,
        [collectionId, workspaceId],
      );
      for (const table of ['denial', 'decision', 'appearance', 'speaker', 'member'])
        await tx.query(
          `delete from transcript.collection_${table} where collection_id = $1 and workspace_id = $2`,
          [collectionId, workspaceId],
        );
    });
    this.unify.announce(collectionId);
  }

  /** Of many changes in a row, the first brings all that were made until then. */
  async transcriptChanged({
    workspaceId,
    recordingId,
    transcriptId,
    version,
  }: EventPayload<typeof transcriptChanged>): Promise<void> {
    const behind: { id: string }[] = await this.dataSource.query(
      `select collection_id as id from transcript.collection_member
        where recording_id = $1 and workspace_id = $2
          and (transcript_id is distinct from $3 or coalesce(transcript_version, 0) < $4) order by collection_id`,
      [recordingId, workspaceId, transcriptId, version],
    );
    for (const { id } of behind) await this.unify.refresh(workspaceId, id);
  }

  /** It may have been hidden, or come back, or its speakers were listened to anew. */
  async recordingChanged({
    workspaceId,
    recordingId,
  }: Pick<EventPayload<typeof recordingChanged>, 'workspaceId' | 'recordingId'>): Promise<void> {
    for (const id of await this.unify.collectionsWith(workspaceId, recordingId))
      await this.unify.refresh(workspaceId, id);
  }

  async recordingDeleted({ workspaceId, recordingId }: EventPayload<typeof recordingDeleted>): Promise<void> {
    const collectionIds = await this.unify.collectionsWith(workspaceId, recordingId);
    for (const id of collectionIds) await this.unify.refresh(workspaceId, id);
    await this.dataSource.query(
      'delete from transcript.collection_member where recording_id = $1 and workspace_id = $2',
      [recordingId, workspaceId],
    );
  }
}
