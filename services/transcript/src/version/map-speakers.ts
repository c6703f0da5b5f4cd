import { matchSpeakers, type SpokenStretch } from '../import/match-speakers.ts';
import { present, type SpeakersOfVersion, type SpeakerVersion } from './speaker-version.ts';

export interface SpokenVersion {
  everySpeaker: SpeakersOfVersion;
  segments: readonly SpokenStretch[];
}

/**
 * Who of one transcript the speakers of another are: whoever they became when the recording was processed again, else
 * the same known person, else somebody of the same name where only one on each side has it, else whoever speaks at the
 * same times. Nobody is two.
 * @param became earlier speaker's id → later speaker's id
 * @returns earlier speaker's id → later speaker's id
 */
export function mapSpeakers(
  earlier: SpokenVersion,
  later: SpokenVersion,
  became: ReadonlyMap<string, string>,
): Map<string, string> {
  const mapped = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (earlierId: string, laterId: string): void => {
    mapped.set(earlierId, laterId);
    taken.add(laterId);
  };
  for (const [earlierId, laterId] of became)
    if (earlier.everySpeaker.has(earlierId) && later.everySpeaker.has(laterId) && !taken.has(laterId))
      pair(earlierId, laterId);
  for (const keyOf of [personOf, nameOf]) {
    const free = (speakers: readonly SpeakerVersion[]) =>
      Map.groupBy(
        speakers.filter(({ speakerId }) => !mapped.has(speakerId) && !taken.has(speakerId)),
        keyOf,
      );
    const [here, there, gone] = [
      free(present(earlier.everySpeaker)),
      free(present(later.everySpeaker)),
      free([...later.everySpeaker.values()].filter(({ absent }) => absent)),
    ];
    for (const [key, [one, ...others]] of here) {
      const [candidate, ...more] = there.get(key) ?? gone.get(key) ?? [];
      if (key && one && candidate && others.length + more.length === 0)
        pair(one.speakerId, candidate.speakerId);
    }
  }
  const speaking = ({ segments }: SpokenVersion, isFree: (speakerId: string) => boolean) =>
    segments.filter(({ speakerId }) => isFree(speakerId)).toSorted((a, b) => a.startMs - b.startMs);
  const byTime = matchSpeakers(
    speaking(later, (id) => !taken.has(id)),
    speaking(earlier, (id) => !mapped.has(id)),
  );
  for (const [earlierId, laterId] of byTime) pair(earlierId, laterId);
  return mapped;
}

const personOf = ({ profileId }: SpeakerVersion): string | null => profileId;
const nameOf = ({ name }: SpeakerVersion): string | null => name;
