import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A recording in a collection. Goes when either of them does. */
@Entity('collection_member')
export class CollectionMember {
  @PrimaryColumn('uuid', { name: 'collection_id' })
  collectionId: string;

  @PrimaryColumn('uuid', { name: 'recording_id' })
  recordingId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('int')
  position: number;

  /** Uploaded into this collection, or into another before it was added here: goes with the last one it is in. */
  @Column('boolean', { name: 'made_for_it' })
  madeForIt: boolean;

  /** When the file was chosen, where that is to put those that are uploaded in order; null once a person did. */
  @Column('timestamptz', { name: 'chosen_at', nullable: true })
  chosenAt: Date | null;
}
