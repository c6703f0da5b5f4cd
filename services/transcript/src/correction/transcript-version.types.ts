import { connectionOf, Problem } from '@colloquy/subgraph';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { SegmentDifference } from './correction.types.ts';

@ObjectType({ description: 'A segment as it was in some version of a transcript.' })
export class SegmentVersion {
  @Field(() => ID, { description: 'The segment; it may be gone by now.' })
  segmentId: string;

  place: string;
  speakerId: string;

  @Field(() => Int, { description: 'Where it began, in milliseconds.' })
  startMs: number;

  @Field(() => Int, { description: 'Where it ended, in milliseconds.' })
  endMs: number;

  @Field({ description: 'What was said.' })
  text: string;
}

const segment = connectionOf('SegmentVersion', () => SegmentVersion);

export const SegmentVersionConnection = segment.Connection;
export type SegmentVersionConnection = InstanceType<typeof SegmentVersionConnection>;

@ObjectType({ description: 'What a transcript said in one of its versions, and how that differs from now.' })
export class TranscriptVersion {
  @Field(() => Int, { description: 'The version.' })
  version: number;

  transcriptId: string;
  segments: SegmentVersion[];

  @Field(() => Int, { description: 'How many segments differ from those of now.' })
  differenceCount: number;

  @Field(() => [SegmentDifference], {
    description: 'How they differ, the first 200: before is this version, after is now.',
  })
  differences: SegmentDifference[];
}

export const TranscriptVersionResult = createUnionType({
  name: 'TranscriptVersionResult',
  description: 'A version of a transcript, or why it cannot be shown.',
  types: () => [TranscriptVersion, Problem] as const,
});
