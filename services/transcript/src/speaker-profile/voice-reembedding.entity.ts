import { Problem } from '@colloquy/subgraph';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum VoiceReembeddingState {
  IDLE = 'IDLE',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}
registerEnumType(VoiceReembeddingState, {
  name: 'VoiceReembeddingState',
  description: 'Where listening to all voices anew stands.',
  valuesConfig: {
    IDLE: { description: 'Nobody has asked for it.' },
    RUNNING: { description: 'One recording after the other is listened to.' },
    DONE: { description: 'Every recording with audio was listened to.' },
    CANCELLED: { description: 'Somebody stopped it; starting again goes on with what is missing.' },
    FAILED: { description: 'The diarizer in use cannot do it.' },
  },
});

/** Vectors of all speakers by the embedder in use, after another one was chosen. */
@ObjectType({ description: 'Listening to all voices anew, after another embedder was chosen.' })
@Entity('voice_reembedding')
export class VoiceReembedding {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field(() => VoiceReembeddingState, { description: 'Where it stands.' })
  @Column('text')
  state: VoiceReembeddingState;

  @Field(() => String, { nullable: true, description: 'The embedder in use; null until it has answered.' })
  @Column('text', { nullable: true })
  model: string | null;

  @Field(() => Int, { description: 'Recordings that were listened to.' })
  @Column('int')
  done: number;

  @Field(() => Int, { description: 'Recordings there are to listen to, as far as known.' })
  @Column('int')
  total: number;

  @Field(() => Int, { description: 'Of those done, recordings that could not be.' })
  @Column('int')
  failed: number;

  @Field(() => Int, {
    description: 'Of those done, recordings without audio, as imported transcripts are: nothing is missing.',
  })
  @Column('int')
  skipped: number;

  /** In order of their ids. */
  @Column('uuid', { name: 'last_recording_id', nullable: true })
  lastRecordingId: string | null;

  @Field(() => Problem, { nullable: true, description: 'Why the last that failed did.' })
  @Column('jsonb', { nullable: true })
  problem: Problem | null;

  @Field(() => String, { nullable: true, description: 'Who started it.' })
  @Column('text', { name: 'started_by', nullable: true })
  startedBy: string | null;

  @Field(() => Date, { nullable: true, description: 'When.' })
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  static idle(workspaceId: string): VoiceReembedding {
    return Object.assign(new VoiceReembedding(), {
      workspaceId,
      state: VoiceReembeddingState.IDLE,
      model: null,
      done: 0,
      total: 0,
      failed: 0,
      skipped: 0,
      lastRecordingId: null,
      problem: null,
      startedBy: null,
      startedAt: null,
      finishedAt: null,
    });
  }
}
