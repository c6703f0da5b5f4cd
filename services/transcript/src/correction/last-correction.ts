import type { EntityManager } from 'typeorm';
import type { Segment } from '../segment/segment.entity.ts';
import { speakerConflict } from '../speaker/speaker.errors.ts';
import type { Speaker } from '../speaker/speaker.entity.ts';
import { Correction } from './correction.entity.ts';

/** @returns null for a segment that is as processing made it */
export const lastCorrectionOf = (tx: EntityManager, segment: Segment): Promise<Correction | null> =>
  lastChange(tx, segment, 'segment');

/** @returns null for a speaker who is as processing made them */
export const lastCorrectionOfSpeaker = (tx: EntityManager, speaker: Speaker): Promise<Correction | null> =>
  lastChange(tx, speaker, 'speaker');

/** @throws ExpectedError when corrections have changed the speaker since the version that was seen, if one is named */
export async function checkSpeaker(
  tx: EntityManager,
  speaker: Speaker,
  expectedVersion: number | null | undefined,
): Promise<void> {
  if ((expectedVersion ?? null) === null) return;
  const last = await lastCorrectionOfSpeaker(tx, speaker);
  if (expectedVersion !== (last?.version ?? 0)) throw speakerConflict(speaker, last);
}

const lastChange = (
  tx: EntityManager,
  { id, transcriptId, workspaceId }: Segment | Speaker,
  what: 'segment' | 'speaker',
): Promise<Correction | null> =>
  tx
    .createQueryBuilder(Correction, 'correction')
    .where({ transcriptId, workspaceId })
    .andWhere(`jsonb_path_query_array(${what}s, '$[*].${what}Id') @> :changed`, {
      changed: JSON.stringify([id]),
    })
    .orderBy('version', 'DESC')
    .limit(1)
    .getOne();
