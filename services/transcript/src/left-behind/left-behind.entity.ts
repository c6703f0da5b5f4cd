import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A corrected segment of an earlier transcript for which processing again made no segment in the same place. */
@ObjectType({ description: 'A correction that found no place when the recording was processed again.' })
@Entity('left_behind')
export class LeftBehindCorrection {
  @Field(() => ID, { description: 'The correction that was left behind.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field(() => Int, { description: 'Where it began, in milliseconds.' })
  @Column('int', { name: 'start_ms' })
  startMs: number;

  @Field(() => Int, { description: 'Where it ended, in milliseconds.' })
  @Column('int', { name: 'end_ms' })
  endMs: number;

  @Field({ description: 'Who said it.' })
  @Column('text', { name: 'speaker_name' })
  speakerName: string;

  @Field({ description: 'What the correction made of it; empty when it was removed.' })
  @Column('text')
  text: string;

  @Field({ description: 'Who corrected it.' })
  @Column('text', { name: 'edited_by' })
  editedBy: string;
}
