import type { EntityManager } from 'typeorm';
import { replacedAmong } from '../speaker/speaker-successor.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';

interface Followed {
  changes: ProfileChangeSet;
  /** Recordings that were processed again, in which nobody is known to be who the change was about. */
  lostIn: string[];
}

/**
 * A change as it is about today's transcripts too: where a recording was processed again, it is also about whoever
 * speaks there instead, as far as anybody was matched.
 */
export async function followSpeakers(
  tx: EntityManager,
  workspaceId: string,
  changes: ProfileChangeSet,
): Promise<Followed> {
  const { speakers, rejections, decisions } = changes;
  const ids = [...speakers, ...rejections].map(({ speakerId }) => speakerId);
  const replaced = new Map((await replacedAmong(tx, workspaceId, ids)).map((one) => [one.id, one]));
  // Several of one chain are followed to the same: each once, whoever speaks today last.
  const follow = <T extends { speakerId: string; profileId?: string }>(all: readonly T[]): T[] => {
    const followed = all.flatMap((one) => {
      const speakerId = replaced.get(one.speakerId)?.successorId;
      return speakerId ? [{ ...one, speakerId }] : [];
    });
    return [
      ...new Map(
        [...all, ...followed].map((one) => [`${one.speakerId} ${one.profileId ?? ''}`, one]),
      ).values(),
    ];
  };
  const lost = speakers.flatMap(({ speakerId }) => {
    const found = replaced.get(speakerId);
    return found?.successorId === null ? [found.recordingId] : [];
  });
  return {
    changes: {
      ...changes,
      speakers: follow(speakers),
      rejections: follow(rejections),
      ...(decisions && { decisions: follow(decisions) }),
    },
    lostIn: [...new Set(lost)],
  };
}
