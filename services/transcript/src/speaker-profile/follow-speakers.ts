import type { EntityManager } from 'typeorm';
import { replacedAmong, type ReplacedSpeaker } from '../speaker/speaker-successor.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';

/** Speakers of transcripts that were replaced, by their ids. */
type Replaced = ReadonlyMap<string, ReplacedSpeaker>;

interface Followed {
  changes: ProfileChangeSet;
  /** Recordings that were processed again, in which nobody is known to be who the change was about. */
  lostIn: string[];
}

/**
 * A change as it is about today's transcripts too: where a recording was processed again, it is also about whoever
 * speaks there instead, as far as anybody was matched, unless that was before the change.
 */
export async function followSpeakers(
  tx: EntityManager,
  workspaceId: string,
  changes: ProfileChangeSet,
): Promise<Followed> {
  const { speakers, rejections, decisions } = changes;
  const ids = [...speakers, ...rejections].map(({ speakerId }) => speakerId);
  const settled = new Set(speakers.filter(({ isReplaced }) => isReplaced).map(({ speakerId }) => speakerId));
  const since = ids.filter((id) => !settled.has(id));
  const replaced = await replacedById(tx, workspaceId, since);
  const lost = speakers.flatMap(({ speakerId }) => {
    const found = replaced.get(speakerId);
    return found?.successorId === null ? [found.recordingId] : [];
  });
  return {
    changes: {
      ...changes,
      speakers: withSuccessors(speakers, replaced),
      rejections: withSuccessors(rejections, replaced),
      ...(decisions && { decisions: withSuccessors(decisions, replaced) }),
    },
    lostIn: [...new Set(lost)],
  };
}

export async function replacedById(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<Replaced> {
  return new Map((await replacedAmong(tx, workspaceId, [...new Set(ids)])).map((one) => [one.id, one]));
}

/** What is about some speakers, as it is also about whoever speaks instead: each once, whoever speaks today last. */
export function withSuccessors<T extends { speakerId: string; profileId?: string }>(
  all: readonly T[],
  replaced: Replaced,
): T[] {
  const followed = all.flatMap((one) => {
    const speakerId = replaced.get(one.speakerId)?.successorId;
    return speakerId ? [{ ...one, speakerId }] : [];
  });
  return [
    ...new Map([...all, ...followed].map((one) => [`${one.speakerId} ${one.profileId ?? ''}`, one])).values(),
  ];
}
