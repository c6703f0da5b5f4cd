import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A segment as the one who corrects it sees it.' })
export class SeenSegmentInput {
  @Field(() => ID, { description: 'The segment.' })
  segmentId: string;

  @Field(() => Int, { description: 'Its version; the correction is refused when it has another by now.' })
  expectedVersion: number;
}

@InputType({ description: 'Who speaks: one of the speakers, or somebody new.' })
export class SpeakerChoiceInput {
  @Field(() => ID, { nullable: true, description: 'A speaker of the transcript.' })
  speakerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of a new speaker, empty for one without; only without `speakerId`.',
  })
  newSpeakerName?: string | null;
}

@InputType({ description: 'Segments to be said by somebody else.' })
export class AssignSpeakerInput {
  @Field(() => [SeenSegmentInput], { description: 'The segments, of one transcript, at most 500.' })
  segments: SeenSegmentInput[];

  @Field(() => SpeakerChoiceInput, { description: 'Who says them.' })
  speaker: SpeakerChoiceInput;
}

@InputType({ description: 'A segment to be made two.' })
export class SplitSegmentInput {
  @Field(() => SeenSegmentInput, { description: 'The segment.' })
  segment: SeenSegmentInput;

  @Field(() => Int, { description: 'The word that begins the second, counted from 0; not the first.' })
  beforeWord: number;

  @Field(() => SpeakerChoiceInput, {
    nullable: true,
    description: 'Who says the second; the same speaker unless given.',
  })
  speaker?: SpeakerChoiceInput | null;
}

@InputType({ description: 'Segments to be made one.' })
export class MergeSegmentsInput {
  @Field(() => [SeenSegmentInput], { description: 'Two or more that follow each other, at most 500.' })
  segments: SeenSegmentInput[];
}

@InputType({ description: 'Segments to be taken away.' })
export class RemoveSegmentsInput {
  @Field(() => [SeenSegmentInput], { description: 'The segments, of one transcript, at most 500.' })
  segments: SeenSegmentInput[];
}

@InputType({ description: 'Where one segment is to end and the next to begin.' })
export class MoveSegmentBoundaryInput {
  @Field(() => SeenSegmentInput, { description: 'The segment before the boundary.' })
  first: SeenSegmentInput;

  @Field(() => SeenSegmentInput, { description: 'The segment after it.' })
  second: SeenSegmentInput;

  @Field(() => Int, {
    description: 'How many words go from the end of the first to the second; negative for the other way.',
  })
  words: number;
}

@InputType({ description: 'Two speakers who are one person.' })
export class MergeSpeakersInput {
  @Field(() => ID, { description: 'The speaker who goes.' })
  speakerId: string;

  @Field(() => ID, { description: 'The speaker who stays and says everything.' })
  intoSpeakerId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of who goes, as it was seen; refused when they have another by now.',
  })
  expectedVersion?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of who stays, as it was seen; refused when they have another by now.',
  })
  intoExpectedVersion?: number | null;
}

@InputType({ description: 'Places in a segment at which words are replaced.' })
export class ReplacementPlacesInput {
  @Field(() => ID, { description: 'The segment.' })
  segmentId: string;

  @Field(() => [Int], { description: 'Its places, as the preview lists them, counted from 0.' })
  places: number[];
}

@InputType({ description: 'Words to be replaced in a transcript.' })
export class ReplaceTextInput {
  @Field(() => ID, { description: 'The recording.' })
  recordingId: string;

  @Field({ description: 'What to look for; any run of white space stands for any other.' })
  find: string;

  @Field({
    description:
      'What to put in its place, as it is; with a capital where one stands if both are in small letters and capitals do not matter.',
  })
  replacement: string;

  @Field({ defaultValue: false, description: 'Whether capitals must be the same.' })
  matchCase: boolean;

  @Field({ defaultValue: true, description: 'Whether it must not be part of a longer word.' })
  wholeWords: boolean;

  @Field(() => [ID], { nullable: true, description: 'Only in these segments; everywhere unless given.' })
  segmentIds?: string[] | null;

  @Field(() => [ReplacementPlacesInput], {
    nullable: true,
    description:
      'Of these segments only some places; all of each segment unless given. Goes with `expectedVersion`: another text has other places.',
  })
  places?: ReplacementPlacesInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the transcript that was looked at; refused when there is another by now.',
  })
  expectedVersion?: number | null;
}

@ArgsType()
export class RestoreTranscriptArgs {
  @Field(() => ID, { description: 'The recording.' })
  recordingId: string;

  @Field(() => Int, { description: 'The version to come back to.' })
  version: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the transcript that was looked at; refused when there is another by now.',
  })
  expectedVersion?: number | null;
}

@ArgsType()
export class CorrectionPageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'A cursor to go on from.' })
  after?: string | null;
}
