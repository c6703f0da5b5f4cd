import { createHash } from 'node:crypto';
import type { Speaker } from '../speaker/speaker.entity.ts';

type Known = Pick<Speaker, 'name' | 'profileId'>;

/** To be compared, not to be read: who a speaker is not is kept for longer than somebody is called so. */
const nameKey = (name: string): string => createHash('sha256').update(name.toLowerCase()).digest('base64url');

/** All that says who a speaker is: their speaker profile and their name, in this order. */
export function claimsOf({ name, profileId }: Known): string[] {
  return [
    ...(profileId === null ? [] : [`profile:${profileId}`]),
    ...(name === null ? [] : [`name:${nameKey(name)}`]),
  ];
}

/** Whether a person has said that a speaker is not who the transcript says. */
export function isDenied(speaker: Known, denied: ReadonlySet<string> | undefined): boolean {
  const [claim] = claimsOf(speaker);
  return claim !== undefined && (denied?.has(claim) ?? false);
}

/**
 * What says for certain who speakers are, in whatever recording: the same text, the same person. Null: nothing does.
 * A speaker profile does, and a name; a name that only one profile among them has means that one.
 */
export function identitiesOf(speakers: readonly Known[]): (string | null)[] {
  const profilesOf = new Map<string, Set<string>>();
  for (const { name, profileId } of speakers) {
    if (name === null || profileId === null) continue;
    profilesOf.set(nameKey(name), (profilesOf.get(nameKey(name)) ?? new Set()).add(profileId));
  }
  return speakers.map(({ name, profileId }) => {
    if (profileId !== null) return `profile:${profileId}`;
    if (name === null) return null;
    const [profile, another] = profilesOf.get(nameKey(name)) ?? [];
    return profile !== undefined && another === undefined ? `profile:${profile}` : `name:${nameKey(name)}`;
  });
}
