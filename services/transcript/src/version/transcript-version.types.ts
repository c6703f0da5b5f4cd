import { connectionOf, Problem } from '@colloquy/subgraph';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { MachineVersion } from './machine-version.ts';
import { present, SpeakerDifference, SpeakerVersion, type SpeakersOfVersion } from './speaker-version.ts';

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

  @Field(() => SpeakerVersion, { nullable: true, description: 'Who said it, as they were called then.' })
  speaker: SpeakerVersion | null;
}

const segment = connectionOf('SegmentVersion', () => SegmentVersion);

export const SegmentVersionConnection = segment.Connection;
export type SegmentVersionConnection = InstanceType<typeof SegmentVersionConnection>;

@ObjectType({ description: 'What a transcript said in one of its versions, and how that differs from now.' })
export class TranscriptVersion {
  @Field(() => Int, { description: 'The version.' })
  version: number;

  recordingId: string;
  transcriptId: string;
  segments: SegmentVersion[];
  everySpeaker: SpeakersOfVersion;

  @Field(() => MachineVersion, { description: 'The version that processing made, of which this one is.' })
  madeBy: MachineVersion;

  @Field(() => [SpeakerVersion], { description: 'Who spoke, in order of first speech.' })
  get speakers(): SpeakerVersion[] {
    return present(this.everySpeaker);
  }
}

export const TranscriptVersionResult = createUnionType({
  name: 'TranscriptVersionResult',
  description: 'A version of a transcript, or why it cannot be shown.',
  types: () => [TranscriptVersion, Problem] as const,
});

@ObjectType({ description: 'One segment in two versions. A side is null where there was no such segment.' })
export class ComparedSegment {
  @Field(() => SegmentVersion, { nullable: true, description: 'As it was in the first version.' })
  before: SegmentVersion | null;

  @Field(() => SegmentVersion, { nullable: true, description: 'As it was in the second.' })
  after: SegmentVersion | null;

  @Field({
    description:
      'Whether what is said differs, or who says it; a speaker who was only named otherwise is the same.',
  })
  differs: boolean;
}

const compared = connectionOf('ComparedSegment', () => ComparedSegment);

export const ComparedSegmentConnection = compared.Connection;
export type ComparedSegmentConnection = InstanceType<typeof ComparedSegmentConnection>;

@ObjectType({ description: 'Two versions of a transcript as one text.' })
export class TranscriptComparison {
  @Field(() => TranscriptVersion, { description: 'The first version.' })
  before: TranscriptVersion;

  @Field(() => TranscriptVersion, { description: 'The second.' })
  after: TranscriptVersion;

  segments: ComparedSegment[];

  @Field(() => [SpeakerDifference], { description: 'Speakers who came, went, or were named otherwise.' })
  speakers: SpeakerDifference[];

  @Field(() => Int, { description: 'How many segments differ.' })
  get differenceCount(): number {
    return this.segments.filter(({ differs }) => differs).length;
  }
}

export const TranscriptComparisonResult = createUnionType({
  name: 'TranscriptComparisonResult',
  description: 'Two versions of a transcript as one text, or why they cannot be shown.',
  types: () => [TranscriptComparison, Problem] as const,
});
