import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where in which recording an answer's words come from. Kept as it was when the answer was given. */
@ObjectType({ description: 'The place in a recording an answer rests on.' })
@Entity('citation')
export class Citation {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @Field(() => Int, { description: 'The number in the text.' })
  @PrimaryColumn('int')
  index: number;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field(() => ID, { description: 'The recording it is from.' })
  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  /** The segment it is from. */
  @Column('uuid', { name: 'segment_id' })
  segmentId: string;

  @Field(() => Int, { description: 'Where the quoted words begin, in milliseconds.' })
  @Column('int', { name: 'start_ms' })
  startMs: number;

  @Field(() => Int, { description: 'Where the quoted words end, in milliseconds.' })
  @Column('int', { name: 'end_ms' })
  endMs: number;

  @Field({ description: 'Verbatim from the transcript.' })
  @Column('text')
  quote: string;

  /** Null in answers from before it was kept. */
  @Column('uuid', { name: 'speaker_id', nullable: true })
  speakerId: string | null;

  @Field({ description: 'Who said it, by the name they had when the answer was given.' })
  @Column('text', { name: 'speaker_name' })
  speakerName: string;

  @Field({ description: 'The title of the recording.' })
  @Column('text', { name: 'recording_title' })
  recordingTitle: string;
}
