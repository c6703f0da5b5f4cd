import type { Speaker } from '../speaker/speaker.entity.ts';

type Known = Pick<Speaker, 'name' | 'profileId'>;

/**
 * What says for certain who speakers are, in whatever recording: the same text, the same person. Null: nothing does.
 * A speaker profile does, and a name; a name that only one profile among them has means that one.
 */
export function identitiesOf(speakers: readonly Known[]): (string | null)[] {
  const keyOf = (name: string) => name.toLowerCase();
  const profilesOf = new Map<string, Set<string>>();
  for (const { name, profileId } of speakers) {
    if (name === null || profileId === null) continue;
    profilesOf.set(keyOf(name), (profilesOf.get(keyOf(name)) ?? new Set()).add(profileId));
  }
  return speakers.map(({ name, profileId }) => {
    if (profileId !== null) return `profile:${profileId}`;
    if (name === null) return null;
    const [profile, another] = profilesOf.get(keyOf(name)) ?? [];
    return profile !== undefined && another === undefined ? `profile:${profile}` : `name:${keyOf(name)}`;
  });
}
