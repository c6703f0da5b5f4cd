import { Problem, toProblem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { audioPath, peaksPath } from '../audio/audio.route.ts';
import { EngineRun } from '../processing/engine-run.entity.ts';
import { ProcessingRun } from '../processing/processing-run.entity.ts';
import { listRecordings, RecordingConnection, RecordingFilter, RecordingSort } from './recording-list.ts';
import { Recording } from './recording.entity.ts';
import type { LoaderRegistry } from './recording.loader.ts';

@Resolver(() => Recording)
export class RecordingResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly loaders: LoaderRegistry,
  ) {}

  @Query(() => Recording, {
    nullable: true,
    description: 'One recording; null when there is none with this id.',
  })
  recording(
    @Arg('id', () => ID, { description: 'The recording.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Recording | null> {
    return this.loaders.of(context).recording.load(id);
  }

  @Query(() => RecordingConnection, {
    nullable: true,
    description: 'The workspace’s recordings, newest first by default.',
  })
  recordings(
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, at most 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Go on behind this cursor.' })
    after: string | null,
    @Arg('filter', () => RecordingFilter, { nullable: true, description: 'Which ones.' })
    filter: RecordingFilter | null,
    @Arg('sort', () => RecordingSort, { nullable: true, description: 'In which order.' })
    sort: RecordingSort | null,
    @Ctx() { workspaceId }: Context,
  ) {
    return listRecordings(this.dataSource, workspaceId, {
      first: first ?? 50,
      after: after ?? undefined,
      filter: filter ?? undefined,
      sort: sort ?? undefined,
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to play it (HTTP Range), null when there is no audio.',
  })
  audioUrl(@Root() recording: Recording): string | null {
    return recording.hasAudio ? audioPath(recording.id) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Waveform peaks as JSON `{durationMs, peaks: number[]}` (0 to 1), null until computed.',
  })
  peaksUrl(@Root() recording: Recording): string | null {
    return recording.hasPeaks ? peaksPath(recording.id) : null;
  }

  @FieldResolver(() => ProcessingRun, {
    nullable: true,
    description: 'Where the latest attempt at processing it stands.',
  })
  processing(@Root() { runId }: Recording, @Ctx() context: Context): Promise<ProcessingRun | null> | null {
    return runId === null ? null : this.loaders.of(context).run.load(runId);
  }

  @FieldResolver(() => Problem, { nullable: true, description: 'Why it failed, when status is FAILED.' })
  problem(@Root() { problem }: Recording): Problem | null {
    return problem && toProblem(problem);
  }

  @FieldResolver(() => [EngineRun], { description: 'What made the current result.' })
  engineRuns(@Root() { id }: Recording, @Ctx() context: Context): Promise<EngineRun[]> {
    return this.loaders.of(context).engineRuns.load(id);
  }

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'An earlier recording with exactly the same bytes.',
  })
  duplicateOf(
    @Root() { duplicateOfId }: Recording,
    @Ctx() context: Context,
  ): Promise<Recording | null> | null {
    return duplicateOfId === null ? null : this.loaders.of(context).recording.load(duplicateOfId);
  }
}
