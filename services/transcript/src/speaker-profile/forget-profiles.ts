import type { EntityManager } from 'typeorm';

/**
 * Removes profiles with every sample, vector and centroid, for good, and what the audit trail says of the person: who
 * did what and when stays. Speakers keep their names, as ordinary names.
 */
export async function forgetProfiles(
  tx: EntityManager,
  workspaceId: string,
  which: readonly string[] | 'all',
): Promise<void> {
  const parameters = [workspaceId, which === 'all' ? null : which];
  const these = '($2::uuid[] is null or profile_id = any($2::uuid[]))';
  await tx.query(
    `update transcript.speaker set profile_id = null
      where workspace_id = $1 and profile_id is not null and ${these}`,
    parameters,
  );
  await tx.query(
    `update transcript.profile_change set changes = '{"profiles": [], "samples": [], "speakers": [], "rejections": []}'
      where workspace_id = $1 and ${these}`,
    parameters,
  );
  await tx.query(
    `delete from transcript.speaker_profile
      where workspace_id = $1 and ($2::uuid[] is null or id = any($2::uuid[]))`,
    parameters,
  );
}
