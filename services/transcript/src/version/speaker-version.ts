import { Field, ID, ObjectType } from 'type-graphql';
import type { JoinableSpeakerState, SpeakerChange } from '../correction/change-set.ts';
import { speakerColor } from '../speaker/speaker-color.ts';
import { displayNameOf, type Speaker } from '../speaker/speaker.entity.ts';

@ObjectType({ description: 'A speaker as they were in some version of a transcript.' })
export class SpeakerVersion {
  @Field(() => ID, { description: 'The speaker; they may have been joined with another by now.' })
  speakerId: string;

  @Field({ description: '`SPEAKER_00`, … in order of first speech.' })
  label: string;

  @Field(() => String, { nullable: true, description: 'The name they had been given by then, or null.' })
  name: string | null;

  @Field({ description: 'The name, or `Speaker 1`, `Speaker 2`, … in order of first speech.' })
  displayName: string;

  @Field({ description: 'CSS colour, distinct within the recording, readable on light and dark.' })
  color: string;

  @Field({ description: 'Whether it was known by then which known person they are.' })
  identified: boolean;

  profileId: string | null;
  absent: boolean;
  joinedInto: string | null;
}

@ObjectType({
  description: 'How a speaker differs. A side is null where they were not among the speakers.',
})
export class SpeakerDifference {
  @Field(() => ID, { description: 'The speaker, of the later side where they are on both.' })
  speakerId: string;

  @Field(() => SpeakerVersion, { nullable: true, description: 'Who they were before.' })
  before: SpeakerVersion | null;

  @Field(() => SpeakerVersion, { nullable: true, description: 'Who they are after.' })
  after: SpeakerVersion | null;

  @Field(() => SpeakerVersion, {
    nullable: true,
    description: 'Where a side is null: whom they were one with on it, because the two had been joined.',
  })
  joinedWith: SpeakerVersion | null;
}

/** By id, in order of first speech, also those who are absent. */
export type SpeakersOfVersion = ReadonlyMap<string, SpeakerVersion>;

type SpeakerRow = Pick<Speaker, 'id' | 'label' | 'position'> & JoinableSpeakerState;

/**
 * Speakers as they were before some changes.
 * @param speakers as they are, in order of first speech
 * @param changes the latest first
 */
export function speakersBefore(
  speakers: readonly SpeakerRow[],
  changes: readonly SpeakerChange[],
): SpeakersOfVersion {
  const states = new Map<string, JoinableSpeakerState>(speakers.map((speaker) => [speaker.id, speaker]));
  for (const { speakerId, before } of changes) {
    const now = states.get(speakerId);
    if (now) states.set(speakerId, { ...now, ...before });
  }
  return new Map(
    speakers.map((speaker) => [speaker.id, versionOf(speaker, states.get(speaker.id) ?? speaker)]),
  );
}

function versionOf(
  { id, label, position }: SpeakerRow,
  { name, profileId, absent, joinedInto }: JoinableSpeakerState,
): SpeakerVersion {
  return Object.assign(new SpeakerVersion(), {
    speakerId: id,
    label,
    name,
    displayName: displayNameOf({ name, position }),
    color: speakerColor(position),
    identified: profileId !== null,
    profileId,
    absent,
    joinedInto,
  });
}

export const present = (speakers: SpeakersOfVersion): SpeakerVersion[] =>
  [...speakers.values()].filter(({ absent }) => !absent);

export const unchanged = (speakerId: string, speakers: SpeakersOfVersion): SpeakerDifference => {
  const known = speakers.get(speakerId) ?? null;
  return Object.assign(new SpeakerDifference(), { speakerId, before: known, after: known, joinedWith: null });
};

const whoIs = (speaker: SpeakerVersion | undefined, speakers: SpeakersOfVersion): SpeakerVersion | null =>
  speaker?.absent ? (speakers.get(speaker.joinedInto ?? '') ?? null) : null;

/**
 * Who came, went, got another name or became a known person.
 * @param counterparts earlier speaker's id → later speaker's id
 */
export function speakerDifferences(
  earlier: SpeakersOfVersion,
  later: SpeakersOfVersion,
  counterparts: ReadonlyMap<string, string>,
): SpeakerDifference[] {
  const known = present(earlier);
  const met = new Set(known.map(({ speakerId }) => counterparts.get(speakerId)));
  const pairs = [
    ...known.map((before) => ({ before, after: later.get(counterparts.get(before.speakerId) ?? '') })),
    ...present(later)
      .filter(({ speakerId }) => !met.has(speakerId))
      .map((after) => ({ before: undefined, after })),
  ];
  return pairs.flatMap(({ before, after }) => {
    const there = after?.absent ? undefined : after;
    if (before?.name === there?.name && before?.identified === there?.identified) return [];
    return [
      Object.assign(new SpeakerDifference(), {
        speakerId: there?.speakerId ?? before?.speakerId,
        before: before ?? null,
        after: there ?? null,
        joinedWith: before ? whoIs(after, later) : whoIs(earlier.get(there?.speakerId ?? ''), earlier),
      }),
    ];
  });
}
