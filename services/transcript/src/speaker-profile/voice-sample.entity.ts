import { Problem } from '@colloquy/subgraph';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum VoiceSampleOrigin {
  CONFIRMED = 'CONFIRMED',
  AUTOMATIC = 'AUTOMATIC',
  IMPORTED = 'IMPORTED',
}
registerEnumType(VoiceSampleOrigin, {
  name: 'VoiceSampleOrigin',
  description: 'How a sample came to a profile.',
  valuesConfig: {
    CONFIRMED: { description: 'A person said whose voice it is.' },
    AUTOMATIC: { description: 'It was like enough to pass a stricter bar than being sure.' },
    IMPORTED: { description: 'It came with a profile from elsewhere; there is nothing to play.' },
  },
});

@ObjectType({ description: 'A stretch of a recording.' })
export class VoiceInterval {
  @Field(() => Int, { description: 'Where it begins, in milliseconds.' })
  startMs: number;

  @Field(() => Int, { description: 'Where it ends, in milliseconds.' })
  endMs: number;
}

/** Evidence of a voice. Its vectors, one a model, are in `voice_vector`. */
@ObjectType({ description: 'Speech that a profile rests on.' })
@Entity('voice_sample')
export class VoiceSample {
  @Field(() => ID, { description: 'The sample.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'profile_id' })
  profileId: string;

  @Column('uuid', { name: 'recording_id', nullable: true })
  recordingId: string | null;

  @Column('uuid', { name: 'speaker_id', nullable: true })
  speakerId: string | null;

  @Field(() => VoiceSampleOrigin, { description: 'How it came here.' })
  @Column('text')
  origin: VoiceSampleOrigin;

  @Field(() => [VoiceInterval], {
    description: 'What to play, in order of time; empty when it was imported.',
  })
  @Column('jsonb')
  intervals: VoiceInterval[];

  @Field(() => Int, { description: 'How much speech it rests on, in milliseconds.' })
  @Column('int', { name: 'speech_ms' })
  speechMs: number;

  @Field({ description: 'Who added it.' })
  @Column('text', { name: 'added_by' })
  addedBy: string;

  @Field(() => Date, { description: 'When it was added.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Taken away and kept for a while, so that this can be undone. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  /** By corrections of the transcript somebody else says it now; it counts again when that is taken back. */
  @Column('boolean', { default: false })
  outdated: boolean;

  @Field(() => Problem, {
    nullable: true,
    description: 'Why it could not be listened to; it does not count.',
  })
  @Column('jsonb', { nullable: true })
  problem: Problem | null;
}
