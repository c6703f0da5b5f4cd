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

  /** Uploaded into the collection rather than added to it: goes with it, unless another one has it too. */
  @Column('boolean', { name: 'made_for_it' })
  madeForIt: boolean;
}
