import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'An engine that had a part in a transcript.' })
export class TranscriptEngine {
  @Field({ description: 'What it did: `diarize`, `transcribe`, `import`, ….' })
  stage: string;

  @Field({ description: 'The engine, for example `sherpa-onnx`.' })
  engine: string;

  @Field({ description: 'The model it ran.' })
  model: string;

  @Field({ description: 'The version of the engine.' })
  version: string;
}

/** One result of processing a recording. At most one per recording is current; earlier ones keep their corrections. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Who said what in a recording.' })
@Entity('transcript')
export class Transcript {
  @Field(() => ID, { description: 'The transcript; processing a recording again makes another.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  /** The processing run it came from: importing the same run twice changes nothing. */
  @Column('uuid', { name: 'run_id' })
  runId: string;

  @Field(() => Int, { description: 'Grows by one with each change, over all transcripts of the recording.' })
  @Column('int')
  version: number;

  /** False while it is being imported and after a later one has taken its place. */
  @Column('boolean', { name: 'is_current' })
  isCurrent: boolean;

  @Field({ description: 'The language spoken, BCP 47.' })
  @Column('text')
  language: string;

  /** PostgreSQL's text search configuration for `language`. */
  @Column('text', { name: 'search_config' })
  searchConfig: string;

  @Field(() => Int, { description: 'Length of the recording in milliseconds.' })
  @Column('int', { name: 'duration_ms' })
  durationMs: number;

  @Field(() => Int, { description: 'How many segments it has.' })
  @Column('int', { name: 'segment_count' })
  segmentCount: number;

  @Field(() => Int, { description: 'How many words it has.' })
  @Column('int', { name: 'word_count' })
  wordCount: number;

  @Column('jsonb')
  engines: TranscriptEngine[];

  @Field(() => Date, { description: 'When it was imported.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it last changed.' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
