import type { EntityManager } from 'typeorm';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';

/** Those of whom nobody has said who they are. */
export async function undecided(
  tx: EntityManager,
  workspaceId: string,
  speakers: readonly Speaker[],
): Promise<Speaker[]> {
  const open = speakers.filter(({ profileId }) => profileId === null);
  const decided: { id: string }[] = await tx.query(
    `select speaker_id as id from transcript.speaker_identification
      where speaker_id = any($1::uuid[]) and workspace_id = $2 and decided_by is not null`,
    [open.map(({ id }) => id), workspaceId],
  );
  const ids = new Set(decided.map(({ id }) => id));
  return open.filter(({ id }) => !ids.has(id));
}

/** Whether a person cannot be a speaker of a transcript: somebody said so, or they speak as another one there. */
export async function ruledOut(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Pick<Transcript, 'id' | 'workspaceId'>,
): Promise<(speakerId: string, profileId: string) => boolean> {
  const speakers = await tx.findBy(Speaker, { transcriptId, workspaceId, absent: false });
  const taken = new Set(speakers.map(({ profileId }) => profileId));
  const rows: { speakerId: string; profileId: string }[] = await tx.query(
    `select speaker_id as "speakerId", profile_id as "profileId" from transcript.identification_rejection
      where speaker_id = any($1::uuid[]) and workspace_id = $2`,
    [speakers.map(({ id }) => id), workspaceId],
  );
  const rejected = new Set(rows.map(({ speakerId, profileId }) => `${speakerId} ${profileId}`));
  return (speakerId, profileId) => taken.has(profileId) || rejected.has(`${speakerId} ${profileId}`);
}
