import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Correction } from '../correction/correction.entity.ts';
import type { CorrectionHistory } from '../correction/correction.history.ts';
import type { SegmentCorrectionService } from '../correction/segment-correction.service.ts';
import { Recording } from '../recording/recording.stub.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { Segment } from './segment.entity.ts';
import { segmentNotFound } from './segment.errors.ts';

@InputType({ description: 'A correction of what was said.' })
export class EditSegmentTextInput {
  @Field(() => ID, { description: 'The segment.' })
  segmentId: string;

  @Field({ description: 'Its whole text, at most 20,000 characters.' })
  text: string;

  @Field(() => Int, { description: 'The segment version the edit was made on.' })
  expectedVersion: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'The correction of this text, by the same person, that the edit goes on with: both become one correction. Heeded only while it is the last one of the transcript.',
  })
  continues?: string | null;
}

export const EditSegmentResult = createUnionType({
  name: 'EditSegmentResult',
  description: 'The segment with its new text, or why it could not be changed.',
  types: () => [Segment, Problem] as const,
});

@Resolver(() => Segment)
export class SegmentResolver {
  constructor(
    private readonly corrections: Pick<SegmentCorrectionService, 'editText'>,
    private readonly history: Pick<CorrectionHistory, 'lastOfSegment'>,
    private readonly finder: TranscriptFinder,
  ) {}

  @Query(() => Segment, { nullable: true, description: 'One segment; null when there is none with this id.' })
  segment(
    @Arg('id', () => ID, { description: 'The segment.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Segment | null> {
    return this.finder.segment(id, context);
  }

  @FieldResolver(() => Speaker, { description: 'Who says it.' })
  speaker(@Root() segment: Segment, @Ctx() context: Context): Speaker | Promise<Speaker | null> {
    return segment.loadedSpeaker ?? this.finder.speaker(segment.speakerId, context);
  }

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'The recording it is from; null while it cannot be reached.',
  })
  recording(@Root() { recordingId }: Segment): Recording {
    return Recording.of(recordingId);
  }

  @FieldResolver(() => Correction, { nullable: true, description: 'The correction that changed it last.' })
  async lastCorrection(@Root() { id }: Segment, @Ctx() context: Context): Promise<Correction | null> {
    return (await this.history.lastOfSegment(id, context))?.correction ?? null;
  }

  @Mutation(() => EditSegmentResult, {
    description:
      'Changes what a segment says; its words are aligned to the new text. Refused when somebody was faster.',
  })
  editSegmentText(
    @Arg('input', () => EditSegmentTextInput, { description: 'The segment and its new text.' })
    input: EditSegmentTextInput,
    @Ctx() context: Context,
  ): Promise<Segment | Problem> {
    const { segmentId, expectedVersion, text, continues } = input;
    return orProblem(async () => {
      await this.corrections.editText({ segmentId, expectedVersion }, text, continues ?? null, context);
      const segment = await this.finder.segment(segmentId, context);
      if (!segment) throw segmentNotFound(segmentId);
      return segment;
    });
  }
}
