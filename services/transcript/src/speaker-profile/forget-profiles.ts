import type { EntityManager } from 'typeorm';
import { withMergedProfiles } from './merged-profiles.ts';

/**
 * Removes profiles with every sample, vector and centroid, for good, and what the audit trail says of the person: who
 * did what and when stays. Speakers keep their names, as ordinary names. Profiles are locked.
 * @returns the recordings in which one of them is heard, or may be
 */
export async function forgetProfiles(
  tx: EntityManager,
  workspaceId: string,
  which: readonly string[] | 'all',
): Promise<string[]> {
  const parameters = [workspaceId, which === 'all' ? null : which];
  const [speakers]: [{ recordingId: string }[], number] = await tx.query(
    `update transcript.speaker set profile_id = null
      where workspace_id = $1 and profile_id is not null and ($2::uuid[] is null or profile_id = any($2::uuid[]))
      returning recording_id as "recordingId"`,
    parameters,
  );
  const asked: { recordingId: string }[] = await tx.query(
    `select recording_id as "recordingId" from transcript.speaker_identification
      where workspace_id = $1 and profile_id is not null and ($2::uuid[] is null or profile_id = any($2::uuid[]))`,
    parameters,
  );
  await forgetNames(
    tx,
    workspaceId,
    which === 'all' ? null : await withMergedProfiles(tx, workspaceId, which),
  );
  await tx.query(
    `delete from transcript.speaker_profile
      where workspace_id = $1 and ($2::uuid[] is null or id = any($2::uuid[]))`,
    parameters,
  );
  return [...new Set([...speakers, ...asked].map(({ recordingId }) => recordingId))];
}

/**
 * In the history of others too: what is about the person cannot be taken back any more. What was decided of the whole
 * workspace, and why, stays.
 */
async function forgetNames(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[] | null,
): Promise<void> {
  await tx.query(
    `update transcript.profile_change set changes = '{"profiles": [], "samples": [], "speakers": [], "rejections": []}'
      where workspace_id = $1 and profile_id is not null
        and ($2::uuid[] is null or profile_id = any($2::uuid[]) or exists (
          select 1 from unnest($2::uuid[]) as person(id) where position(person.id::text in changes::text) > 0))`,
    [workspaceId, ids],
  );
}
