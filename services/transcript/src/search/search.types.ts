import { connectionOf } from '@colloquy/subgraph';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Segment } from '../segment/segment.entity.ts';

@InputType({ description: 'What to search for, and where.' })
export class SegmentSearchInput {
  @Field({
    description:
      'Words; "quotes" for phrases; a trailing * for prefixes; -word to exclude; or between alternatives.',
  })
  query: string;

  @Field(() => [ID], { nullable: true, description: 'Only in these recordings; all when empty or left out.' })
  recordingIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only what these speakers say; all when empty or left out.',
  })
  speakerIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "Case-insensitive part of a speaker's name." })
  speakerName?: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Only conversations held then or later; those without a known date count as held when they were uploaded.',
  })
  recordedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only conversations held then or earlier.' })
  recordedTo?: Date | null;
}

@ObjectType({ description: "Character offsets into the segment's text, `[start, end)`, UTF-16." })
export class TextRange {
  @Field(() => Int, { description: 'The first character.' })
  start: number;

  @Field(() => Int, { description: 'The one after the last.' })
  end: number;
}

@ObjectType({ description: 'A segment in which the search found something.' })
export class SegmentHit {
  @Field(() => Segment, { description: 'The segment.' })
  segment: Segment;

  @Field(() => [TextRange], { description: 'What was found in its text, in order.' })
  highlights: TextRange[];

  @Field(() => Float, { description: 'Higher is better; compares hits of one search only.' })
  score: number;
}

export enum MatchKind {
  EXACT = 'EXACT',
  FUZZY = 'FUZZY',
}

registerEnumType(MatchKind, {
  name: 'MatchKind',
  description: 'How hits were found.',
  valuesConfig: {
    EXACT: { description: 'By the words asked for, in any of their forms.' },
    FUZZY: { description: 'Nothing matched, so these hold similar spellings.' },
  },
});

const segmentHit = connectionOf('SegmentHit', () => SegmentHit);

@ObjectType({ description: 'A page of hits, best first.' })
export class SegmentHitConnection extends segmentHit.Connection {
  @Field(() => MatchKind, { description: 'How these hits were found.' })
  matchKind: MatchKind;
}
