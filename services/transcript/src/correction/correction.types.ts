import { connectionOf, Problem } from '@colloquy/subgraph';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ComparedSegments } from '../version/compare-versions.ts';
import { SpeakerVersion, type SpeakersOfVersion } from '../version/speaker-version.ts';
import type { SegmentChange } from './change-set.ts';
import { Correction } from './correction.entity.ts';

const correction = connectionOf('Correction', () => Correction);

export const CorrectionConnection = correction.Connection;
export type CorrectionConnection = InstanceType<typeof CorrectionConnection>;

export const CorrectionResult = createUnionType({
  name: 'CorrectionResult',
  description: 'What was changed, or why it could not be.',
  types: () => [Correction, Problem] as const,
});

@ObjectType({
  description: 'How a correction changed one segment. A side is null where there was no such segment.',
})
export class SegmentDifference {
  @Field(() => ID, { description: 'The segment.' })
  segmentId: string;

  @Field(() => String, { nullable: true, description: 'What it said before; null when that did not change.' })
  textBefore: string | null;

  @Field(() => String, { nullable: true, description: 'What it says after; null when that did not change.' })
  textAfter: string | null;

  /** Null when that did not change: it is where the segment is now. */
  changedStartMs: number | null;

  @Field(() => SpeakerVersion, {
    nullable: true,
    description: 'Who said it before, as they were called then; null when that did not change.',
  })
  speakerBefore: SpeakerVersion | null;

  @Field(() => SpeakerVersion, {
    nullable: true,
    description: 'Who says it after, as they were called then; null when that did not change.',
  })
  speakerAfter: SpeakerVersion | null;

  @Field({ description: 'Whether it came with this correction.' })
  added: boolean;

  @Field({ description: 'Whether it went with this correction.' })
  removed: boolean;
}

/** Changes that are told in one go; a transcript's may be thousands. */
export const MAX_DIFFERENCES = 200;

/** How some changes changed segments, told by who the speakers were before and after them. */
export const differencesOf = (
  segments: readonly SegmentChange[],
  speakers: { before: SpeakersOfVersion; after: SpeakersOfVersion },
): SegmentDifference[] =>
  segments.slice(0, MAX_DIFFERENCES).map(({ segmentId, before, after }) =>
    Object.assign(new SegmentDifference(), {
      segmentId,
      textBefore: before?.text ?? null,
      textAfter: after?.text ?? null,
      changedStartMs: after?.startMs ?? before?.startMs ?? null,
      speakerBefore: speakers.before.get(before?.speakerId ?? '') ?? null,
      speakerAfter: speakers.after.get(after?.speakerId ?? '') ?? null,
      added: before === null,
      removed: after === null,
    }),
  );

/** The same of a segment in two versions. */
export function differenceOf({ before, after }: ComparedSegments): SegmentDifference {
  const retold = before?.text !== after?.text;
  const saidByAnother = before?.speakerId !== after?.speakerId;
  return Object.assign(new SegmentDifference(), {
    segmentId: after?.segmentId ?? before?.segmentId,
    textBefore: (retold && before?.text) || null,
    textAfter: (retold && after?.text) || null,
    changedStartMs: after?.startMs ?? before?.startMs,
    speakerBefore: (saidByAnother && before?.speaker) || null,
    speakerAfter: (saidByAnother && after?.speaker) || null,
    added: before === null,
    removed: after === null,
  });
}

@ObjectType({ description: 'A place in a segment where words would be replaced.' })
export class ReplacementPlace {
  @Field(() => Int, { description: 'Where it begins in what the segment says, in characters from 0.' })
  start: number;

  @Field(() => Int, { description: 'Where it ends.' })
  end: number;

  @Field({ description: 'What would stand there.' })
  text: string;
}

@ObjectType({ description: 'One segment with what replacing would make of it.' })
export class ReplacementPreview {
  @Field(() => ID, { description: 'The segment.' })
  segmentId: string;

  @Field(() => Int, { description: 'Where it begins, in milliseconds.' })
  startMs: number;

  @Field({ description: 'What it says.' })
  before: string;

  @Field({ description: 'What it would say.' })
  after: string;

  @Field(() => [ReplacementPlace], {
    description: 'Each place in it, in order; none are listed when there are more than 500 in all.',
  })
  places: ReplacementPlace[];
}

@ObjectType({ description: 'What replacing words in a transcript would change.' })
export class ReplacementPreviews {
  @Field(() => Int, { description: 'The version of the transcript that was looked at.' })
  version: number;

  @Field(() => Int, { description: 'How many segments would change.' })
  totalCount: number;

  @Field(() => Int, { description: 'At how many places in them.' })
  placeCount: number;

  @Field(() => [ReplacementPreview], { description: 'The first 200 of them, in order.' })
  segments: ReplacementPreview[];
}

export const ReplacementPreviewResult = createUnionType({
  name: 'ReplacementPreviewResult',
  description: 'What replacing would change, or why that cannot be told.',
  types: () => [ReplacementPreviews, Problem] as const,
});
