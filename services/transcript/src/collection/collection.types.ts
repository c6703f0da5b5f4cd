import { connectionOf, Problem } from '@colloquy/subgraph';
import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { Correction } from '../correction/correction.entity.ts';
import { Recording } from '../recording/recording.stub.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Collection } from './collection.stub.ts';
import type { MatchReason } from './unify-speakers.ts';

export const CollectionMatchReason = {
  PERSON: 'PERSON',
  IDENTITY: 'IDENTITY',
  VOICE: 'VOICE',
  ALONE: 'ALONE',
} as const satisfies Record<MatchReason, MatchReason>;

registerEnumType(CollectionMatchReason, {
  name: 'CollectionMatchReason',
  description: 'Why a speaker of a recording is one of the people of a collection.',
  valuesConfig: {
    PERSON: { description: 'Somebody said so.' },
    IDENTITY: {
      description: 'They are the same person among the known people as the others, or have the same name.',
    },
    VOICE: { description: 'Their voice is like those of the others.' },
    ALONE: { description: 'They speak in no other recording, as far as can be told.' },
  },
});

@ObjectType({ description: 'How much somebody speaks.' })
export class SpeakingStatistics {
  @Field(() => Int, { description: 'Milliseconds of their segments together.' })
  talkTimeMs: number;

  @Field(() => Float, { description: 'Share of the talk time of all speakers, 0 to 1.' })
  share: number;

  @Field(() => Int, { description: 'Turns: segments in a row without anybody else’s in between.' })
  turns: number;

  @Field(() => Int, { description: 'Words.' })
  words: number;

  @Field(() => Float, { nullable: true, description: 'Words per minute of talk time; null without any.' })
  wordsPerMinute: number | null;

  @Field(() => Int, { description: 'Milliseconds of the longest turn, from its beginning to its end.' })
  longestMonologueMs: number;

  @Field(() => Int, {
    description:
      'Milliseconds in which they and somebody else talk at once, as the diarizer heard it; for recordings from before that was kept, as the segments have it.',
  })
  overlapMs: number;

  @Field(() => Int, {
    description:
      'How often they begin to talk while somebody has been talking for a second, at least a quarter of a second before that one ends, and talk on after them.',
  })
  interruptions: number;
}

@ObjectType({ description: 'Why a speaker of a recording is one of the people of a collection.' })
export class CollectionMatch {
  @Field(() => CollectionMatchReason, { description: 'What told.' })
  reason: MatchReason;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean cosine to the voices of the others, −1 to 1; null where none can be compared.',
  })
  similarity: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'From which mean cosine on voices are taken for one; null where none can be compared.',
  })
  threshold: number | null;

  @Field(() => String, { nullable: true, description: 'The embedder that made the compared vectors.' })
  embedder: string | null;

  @Field({
    description:
      'Whether it rests on the small embedder that comes with Colloquy, which mistakes voices more often than others.',
  })
  draft: boolean;
}

@ObjectType({ description: 'One of the people of a collection in one of its recordings.' })
export class CollectionAppearance {
  @Field(() => ID, { description: 'The speaker there.' })
  speakerId: string;

  @Field(() => Recording, { nullable: true, description: 'The recording.' })
  recording: Recording;

  @Field(() => SpeakingStatistics, { description: 'How much they speak in it.' })
  statistics: SpeakingStatistics;

  @Field(() => CollectionMatch, { description: 'Why it is this person.' })
  match: CollectionMatch;

  @Field(() => String, {
    nullable: true,
    description:
      'What the transcript of the recording still calls them, though a person said in this collection that they are somebody else; null otherwise.',
  })
  deniedName: string | null;
}

@ObjectType({ description: 'A person who speaks in a collection, in one recording or several.' })
export class CollectionSpeaker {
  @Field(() => ID, {
    description: 'The person in this collection; the same as long as they can be followed.',
  })
  id: string;

  @Field(() => String, { nullable: true, description: 'The name given by a person, or null.' })
  name: string | null;

  @Field({ description: 'The name, or `Speaker 1`, `Speaker 2`, … in order of first speech.' })
  displayName: string;

  @Field({ description: 'CSS colour, distinct within the collection, readable on light and dark.' })
  color: string;

  @Field(() => SpeakingStatistics, { description: 'How much they speak in all recordings together.' })
  statistics: SpeakingStatistics;

  @Field(() => [CollectionAppearance], { description: 'Where they speak, in the order of the recordings.' })
  appearances: CollectionAppearance[];
}

@ObjectType({ description: 'A segment of a recording in the transcript of a collection.' })
export class CollectionSegment {
  @Field(() => Segment, { description: 'The segment, with its times in its recording.' })
  segment: Segment;

  @Field(() => CollectionSpeaker, { nullable: true, description: 'Who says it, of all recordings.' })
  speaker: CollectionSpeaker | null;

  @Field(() => Recording, { nullable: true, description: 'The recording.' })
  recording: Recording;

  @Field(() => Int, { description: 'Where it begins when the recordings are played one after the other.' })
  offsetMs: number;
}

export const { Connection: CollectionSegmentConnection } = connectionOf(
  'CollectionSegment',
  () => CollectionSegment,
);

@InputType({ description: 'Two people of a collection who are one.' })
export class MergeCollectionSpeakersInput {
  @Field(() => ID, { description: 'The collection.' })
  collectionId: string;

  @Field(() => ID, { description: 'One of them.' })
  speakerId: string;

  @Field(() => ID, { description: 'The other, who stays.' })
  intoSpeakerId: string;
}

@InputType({ description: 'A speaker who is somebody else.' })
export class SeparateCollectionSpeakerInput {
  @Field(() => ID, { description: 'The collection.' })
  collectionId: string;

  @Field(() => ID, { description: 'The speaker of one recording: `CollectionAppearance.speakerId`.' })
  speakerId: string;
}

@InputType({ description: 'What a person of a collection is to be called in all recordings.' })
export class RenameCollectionSpeakerInput {
  @Field(() => ID, { description: 'The collection.' })
  collectionId: string;

  @Field(() => ID, { description: 'The person.' })
  speakerId: string;

  @Field(() => String, { nullable: true, description: 'Empty or null takes the name away.' })
  name?: string | null;
}

export const CollectionSpeakersResult = createUnionType({
  name: 'CollectionSpeakersResult',
  description: 'The collection with its speakers, or why they could not be changed.',
  types: () => [Collection, Problem] as const,
});

@InputType({ description: 'Names of a person of a collection to be taken back.' })
export class UndoCollectionRenameInput {
  @Field(() => ID, { description: 'The collection.' })
  collectionId: string;

  @Field(() => [ID], { description: 'The corrections that `renameCollectionSpeaker`, or undoing it, made.' })
  correctionIds: string[];
}

@ObjectType({ description: 'A person of a collection who was named, or had the name taken back.' })
export class RenamedCollectionSpeaker {
  @Field(() => Collection, { description: 'The collection with its speakers.' })
  collection: Collection;

  @Field(() => [Correction], {
    description: 'What was corrected in the recordings, to be taken back together by `undoCollectionRename`.',
  })
  corrections: Correction[];
}

export const RenameCollectionSpeakerResult = createUnionType({
  name: 'RenameCollectionSpeakerResult',
  description: 'The person with the name, or why it could not be given.',
  types: () => [RenamedCollectionSpeaker, Problem] as const,
});
