import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an engine did for one run, in all its pieces together. */
@ObjectType({ description: 'An engine that had a part in the current result.' })
@Entity('engine_run')
export class EngineRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  @Column('uuid', { name: 'run_id' })
  runId: string;

  @Field({ description: 'What it did: `diarize`, `transcribe` or `import`.' })
  @Column('text')
  stage: string;

  @Field({ description: 'The engine, for example `sherpa-onnx`.' })
  @Column('text')
  engine: string;

  @Field({ description: 'The model it ran.' })
  @Column('text')
  model: string;

  @Field({ description: 'The version of the engine.' })
  @Column('text')
  version: string;

  @Field(() => Float, { description: 'How long it took.' })
  @Column('real')
  seconds: number;
}
