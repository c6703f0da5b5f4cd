import type { VoiceMatch } from '@colloquy/contracts';
import type { EngineInfo } from '@colloquy/engines';
import type { Interval, Voice } from '@colloquy/speech';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ProcessingStage } from '../recording/recording-status.ts';

/** What a worker does next in a run. One job carries out one of these, then the next queues up behind others' work. */
export type Step = 'PREPARE' | 'CHUNK' | 'PUBLISH';

/** A voice heard so far in a recording: the mean of its vectors, weighted by how long it spoke. */
export interface KnownVoice extends Voice {
  /** Empty while too little was said for one. */
  vector: number[];
  speechMs: number;
}

/** The engines of a run. Pieces made by different ones are not mixed. */
export interface RunEngines {
  recognizer: EngineInfo;
  diarizer: EngineInfo;
  embedder: string;
}

/** What is shown of a run that waits between two steps. */
export const WAITING_FOR_TURN = 'Waiting for its turn';

/** One attempt at processing a recording: its plan, where it stands, and what it remembers between steps. */
@ObjectType('ProcessingState', { description: 'Where processing stands.' })
@Entity('processing_job')
export class ProcessingRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  @Field(() => ProcessingStage, { description: 'What the worker is doing.' })
  @Column('text')
  stage: ProcessingStage;

  @Field(() => Float, { description: '0 to 1, never falling within one attempt.' })
  @Column('real')
  progress: number;

  @Field({ description: 'The same in words.' })
  @Column('text')
  message: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds left by the speed measured so far, null until that is known.',
  })
  @Column('int', { name: 'eta_seconds', nullable: true })
  etaSeconds: number | null;

  @Field(() => Int, { description: '1 for the first; each retry is one more.' })
  @Column('int')
  attempt: number;

  @Field(() => Date, { nullable: true, description: 'When the worker began, null while it waits.' })
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended, well or not.' })
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text', { name: 'next_step' })
  nextStep: Step;

  /** Grows with each finished step: a job for an earlier number was done already. */
  @Column('int', { name: 'step_number' })
  stepNumber: number;

  /** Times this step was begun since it last ended in an orderly way: what is left when workers die. */
  @Column('int', { name: 'step_starts' })
  stepStarts: number;

  /** Times this step failed in a way that may pass. */
  @Column('int', { name: 'step_failures' })
  stepFailures: number;

  /** Null until prepared. */
  @Column('jsonb', { nullable: true })
  chunks: Interval[] | null;

  @Column('int', { name: 'chunks_done' })
  chunksDone: number;

  @Column('jsonb')
  voices: KnownVoice[];

  /** Why the voices have the labels they have, piece by piece. */
  @Column('jsonb', { name: 'voice_matches' })
  voiceMatches: VoiceMatch[];

  @Column('jsonb', { nullable: true })
  engines: RunEngines | null;

  /** From when and where on speed is measured; see `measureFrom`. Null until its first piece, and after a pause. */
  @Column('timestamptz', { name: 'measured_at', nullable: true })
  measuredAt: Date | null;

  @Column('real', { name: 'measured_progress' })
  measuredProgress: number;

  @Field(() => Boolean, {
    description:
      'Whether it waits for its turn while the worker is at other recordings; `stage` is then the one behind it.',
  })
  get waiting(): boolean {
    const isStepUntouched = this.stepStarts === 0 && this.stepFailures === 0;
    // From there on it is the transcript service that is waited for.
    const handedOver = this.stage === ProcessingStage.PUBLISH;
    return this.finishedAt === null && isStepUntouched && !handedOver;
  }
}
