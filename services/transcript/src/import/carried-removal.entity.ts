import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where people removed something before the recording was processed again, and the engine heard nothing. */
@Entity('carried_removal')
export class CarriedRemoval {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('int', { name: 'start_ms' })
  startMs: number;

  @Column('int', { name: 'end_ms' })
  endMs: number;

  /** Who had said it, as they were called when it was removed. */
  @Column('text', { name: 'speaker_name' })
  speakerName: string;

  /** Empty where it is not known. */
  @Column('text')
  text: string;

  /** The same as an engine had heard it; empty where that is not known. */
  @Column('text')
  heard: string;

  /** Deleted from a text of which the rest stays, and not with a segment. */
  @Column('boolean', { name: 'of_text' })
  ofText: boolean;

  @Column('text')
  author: string;
}
