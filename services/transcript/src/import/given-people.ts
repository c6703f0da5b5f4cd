import { CorrectionKind, type Correction } from '../correction/correction.entity.ts';
import type { Speaker } from '../speaker/speaker.entity.ts';
import type { MergedSpeakers } from './merged-speakers.ts';

/**
 * Which speakers are somebody only because somebody was joined with them, who is that person: taken apart again, they
 * are not.
 * @param corrections of their transcript, the earliest first
 * @param found speakers who are in the later transcript
 * @returns speaker's id → the id of who gave them the person
 */
export function givenPeople(
  corrections: readonly Pick<Correction, 'kind' | 'speakers'>[],
  speakers: readonly Speaker[],
  merged: MergedSpeakers,
  found: ReadonlySet<string>,
): Map<string, string> {
  const given = givenByJoining(corrections);
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const givers = [...merged].filter(([id]) => found.has(id) && !given.has(id));
  const people = new Map<string, string>();
  for (const id of given) {
    const into = merged.get(id) ?? id;
    const giver = givers.find(
      ([goneId, itsInto]) => itsInto === into && isSamePerson(known.get(goneId), known.get(id)),
    );
    if (giver) people.set(id, giver[0]);
  }
  return people;
}

/** Of whom nobody has said since who they are. */
function givenByJoining(corrections: readonly Pick<Correction, 'kind' | 'speakers'>[]): Set<string> {
  const given = new Set<string>();
  for (const { kind, speakers } of corrections) {
    const joinedWith = new Set(speakers.map(({ after }) => after.absent && after.joinedInto));
    for (const { speakerId, before, after } of speakers) {
      if (after.name === undefined) continue;
      const isCalledOtherwise = after.profileId === before.profileId && after.name !== before.name;
      if (joinedWith.has(speakerId)) given.add(speakerId);
      else if (kind !== CorrectionKind.SPEAKER_IDENTIFIED || !isCalledOtherwise) given.delete(speakerId);
    }
  }
  return given;
}

const isSamePerson = (one: Speaker | undefined, other: Speaker | undefined): boolean =>
  one !== undefined && one.name !== null && one.name === other?.name && one.profileId === other.profileId;
