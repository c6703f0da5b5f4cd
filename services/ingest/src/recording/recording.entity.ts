import { Problem } from '@colloquy/subgraph';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { RecordingSource, RecordingStatus } from './recording-status.ts';

/** PostgreSQL hands out bigint as text; file sizes are far below 2^53. */
const bytes = {
  from: (value: string | null) => (value === null ? null : Number(value)),
  to: (value: number | null) => value,
};

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One uploaded or imported conversation.' })
@Entity('recording')
export class Recording {
  @Field(() => ID, { description: 'Its id, the same in every service.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field({ description: 'Its name in lists.' })
  @Column('text')
  title: string;

  @Field(() => RecordingStatus, { description: 'Where it stands.' })
  @Column('text')
  status: RecordingStatus;

  @Field(() => RecordingSource, { description: 'How it came here.' })
  @Column('text')
  source: RecordingSource;

  @Field(() => Date, { description: 'When it was uploaded or imported.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the conversation took place, if known.' })
  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'Its length in milliseconds, null until known.' })
  @Column('int', { name: 'duration_ms', nullable: true })
  durationMs: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes of the uploaded file.' })
  @Column('bigint', { name: 'size_bytes', nullable: true, transformer: bytes })
  sizeBytes: number | null;

  @Field(() => String, { nullable: true, description: 'The name the file had, for display only.' })
  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  @Field(() => String, { nullable: true, description: 'Container and codec, for example `mp3`.' })
  @Column('text', { nullable: true })
  format: string | null;

  /** What the audio is served as; null when there is no audio. */
  @Column('text', { name: 'media_type', nullable: true })
  mediaType: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language spoken, BCP 47: as given, or as recognised.',
  })
  @Column('text', { nullable: true })
  language: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people talk, if somebody said so.' })
  @Column('int', { name: 'expected_speakers', nullable: true })
  expectedSpeakers: number | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('uuid', { name: 'duplicate_of_id', nullable: true })
  duplicateOfId: string | null;

  /** The tus upload it was made of: asking to make it twice answers the same recording. */
  @Column('text', { name: 'upload_id', nullable: true })
  uploadId: string | null;

  @Column('boolean', { name: 'has_peaks' })
  hasPeaks: boolean;

  /** The processing run that counts; results of any other come too late. */
  @Column('uuid', { name: 'run_id', nullable: true })
  runId: string | null;

  @Field(() => Problem, { nullable: true, description: 'Why it failed, when status is FAILED.' })
  @Column('jsonb', { nullable: true })
  problem: Problem | null;

  /** Deleted by its owner and waiting to be purged. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  /** When anything of it last changed, by the database's clock. */
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  get hasAudio(): boolean {
    return this.mediaType !== null;
  }
}
