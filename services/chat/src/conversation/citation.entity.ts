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

  @Field(() => ID, { description: 'The segment it is from.' })
  @Column('uuid', { name: 'segment_id' })
  segmentId: string;

  @Field(() => Int, { description: 'Where the quoted words begin, in milliseconds.' })
  @Column('int', { name: 'start_ms' })
  startMs: number;

  @Field(() => Int, { description: 'Where the quoted words end, in milliseconds.' })
  @Column('int', { name: 'end_ms' })
  endMs: number;

  @Field({ description: 'Verbatim from the segment.' })
  @Column('text')
  quote: string;

  @Field({ description: 'Who says it.' })
  @Column('text', { name: 'speaker_name' })
  speakerName: string;

  @Field({ description: 'The title of the recording.' })
  @Column('text', { name: 'recording_title' })
  recordingTitle: string;
}
