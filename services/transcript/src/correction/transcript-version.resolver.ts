import {
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  orProblem,
  Problem,
  toConnection,
  type Context,
} from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import type { TranscriptVersionService } from './transcript-version.service.ts';
import {
  SegmentVersion,
  SegmentVersionConnection,
  TranscriptVersion,
  TranscriptVersionResult,
} from './transcript-version.types.ts';

const MAX_PAGE = 1_000;

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
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 1,000.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'A cursor to go on from.' })
    after: string | null,
  ): SegmentVersionConnection {
    const limit = checkPageSize(first, MAX_PAGE);
    const from = after ? readCursor(after) : 0;
    const rows = segments
      .slice(from, from + limit + 1)
      .map((segment, at) => ({ segment, next: from + at + 1 }));
    const page = toConnection(rows, limit, segments.length, ({ next }) => encodeCursor([next]), from > 0);
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.segment })) };
  }
}

@Resolver(() => SegmentVersion)
export class SegmentVersionResolver {
  constructor(private readonly finder: Pick<TranscriptFinder, 'speaker'>) {}

  @FieldResolver(() => Speaker, { nullable: true, description: 'Who said it, by the name they have now.' })
  speaker(@Root() { speakerId }: SegmentVersion, @Ctx() context: Context): Promise<Speaker | null> {
    return this.finder.speaker(speakerId, context);
  }
}

function readCursor(after: string): number {
  const [from] = decodeCursor(after, 1);
  if (Number.isSafeInteger(from) && (from as number) > 0) return from as number;
  throw cursorInvalid();
}
