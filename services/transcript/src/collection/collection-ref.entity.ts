import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What this service knows of a collection, and what it made of it. Ingest owns the rest. */
@Entity('collection_ref')
export class CollectionRef {
  @PrimaryColumn('uuid', { name: 'collection_id' })
  collectionId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  /** Null once it is deleted. */
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('text')
  name: string;

  /** Of ingest's last change that was applied. */
  @Column('int')
  version: number;

  /** The row stays, without a name, so that a late event cannot bring the collection back. */
  @Column('boolean')
  deleted: boolean;

  /** Grows each time its speakers are worked out anew and something came of it. */
  @Column('int', { name: 'unified_version' })
  unifiedVersion: number;

  @Column('timestamptz', { name: 'unified_at', nullable: true })
  unifiedAt: Date | null;
}
