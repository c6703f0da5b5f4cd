import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { differenceOf, MAX_DIFFERENCES, SegmentDifference } from '../correction/correction.types.ts';
import { pageOf, VersionPageArgs } from './version-page.ts';
import { SpeakerDifference } from './speaker-version.ts';
import type { TranscriptVersionService } from './transcript-version.service.ts';
import {
  ComparedSegmentConnection,
  SegmentVersionConnection,
  TranscriptComparison,
  TranscriptComparisonResult,
  TranscriptVersion,
  TranscriptVersionResult,
} from './transcript-version.types.ts';

@Resolver(() => TranscriptVersion)
export class TranscriptVersionResolver {
  constructor(private readonly versions: TranscriptVersionService) {}

  @Query(() => TranscriptVersionResult, {
    description: 'What the transcript of a recording said in one of its versions.',
  })
  transcriptVersion(
    @Arg('recordingId', () => ID, { description: 'The recording.' }) recordingId: string,
    @Arg('version', () => Int, { description: 'The version.' }) version: number,
    @Ctx() context: Context,
  ): Promise<TranscriptVersion | Problem> {
    return orProblem(() => this.versions.at(recordingId, version, context));
  }

  @FieldResolver(() => SegmentVersionConnection, {
    description: 'What was said, in order. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  segments(
    @Root() { segments }: TranscriptVersion,
    @Args(() => VersionPageArgs) page: VersionPageArgs,
  ): SegmentVersionConnection {
    return pageOf(segments, page);
  }

  @FieldResolver(() => Int, { description: 'How many segments differ from those of now.' })
  async differenceCount(@Root() version: TranscriptVersion, @Ctx() context: Context): Promise<number> {
    return (await this.versions.compareToNow(version, context)).differenceCount;
  }

  @FieldResolver(() => [SegmentDifference], {
    description: 'How they differ, the first 200: before is this version, after is now.',
  })
  async differences(
    @Root() version: TranscriptVersion,
    @Ctx() context: Context,
  ): Promise<SegmentDifference[]> {
    const { segments } = await this.versions.compareToNow(version, context);
    return segments
      .filter(({ differs }) => differs)
      .slice(0, MAX_DIFFERENCES)
      .map(differenceOf);
  }

  @FieldResolver(() => [SpeakerDifference], {
    description: 'Which speakers differ: before is this version, after is now.',
  })
  async speakerDifferences(
    @Root() version: TranscriptVersion,
    @Ctx() context: Context,
  ): Promise<SpeakerDifference[]> {
    return (await this.versions.compareToNow(version, context)).speakers;
  }
}

@Resolver(() => TranscriptComparison)
export class TranscriptComparisonResolver {
  constructor(private readonly versions: Pick<TranscriptVersionService, 'compare'>) {}

  @Query(() => TranscriptComparisonResult, {
    description: 'Two versions of the transcript of a recording held against each other.',
  })
  transcriptComparison(
    @Arg('recordingId', () => ID, { description: 'The recording.' }) recordingId: string,
    @Arg('before', () => Int, { description: 'The version to begin with.' }) before: number,
    @Arg('after', () => Int, { description: 'The version to hold against it.' }) after: number,
    @Ctx() context: Context,
  ): Promise<TranscriptComparison | Problem> {
    return orProblem(() => this.versions.compare(recordingId, { before, after }, context));
  }

  @FieldResolver(() => ComparedSegmentConnection, {
    description:
      'Both as one text, in order; what only one of them has stands where it is said. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  segments(
    @Root() { segments }: TranscriptComparison,
    @Args(() => VersionPageArgs) page: VersionPageArgs,
  ): ComparedSegmentConnection {
    return pageOf(segments, page);
  }
}
