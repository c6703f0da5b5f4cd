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
  const ids = [...changes.speakers, ...changes.rejections].map(({ speakerId }) => speakerId);
  const replaced = new Map((await replacedAmong(tx, workspaceId, ids)).map((one) => [one.id, one]));
  const follow = <T extends { speakerId: string }>(all: readonly T[]): T[] =>
    all.flatMap((one) => {
      const speakerId = replaced.get(one.speakerId)?.successorId;
      return speakerId ? [one, { ...one, speakerId }] : [one];
    });
  const lost = changes.speakers.flatMap(({ speakerId }) => {
    const found = replaced.get(speakerId);
    return found?.successorId === null ? [found.recordingId] : [];
  });
  return {
    changes: { ...changes, speakers: follow(changes.speakers), rejections: follow(changes.rejections) },
    lostIn: [...new Set(lost)],
  };
}
