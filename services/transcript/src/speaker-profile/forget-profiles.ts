import type { EntityManager } from 'typeorm';

/**
 * Removes profiles with every sample, vector and centroid, for good, and what the audit trail says of the person: who
 * did what and when stays. Speakers keep their names, as ordinary names. Profiles are locked.
 * @returns the recordings of those speakers
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
  await forgetNames(tx, workspaceId, which === 'all' ? null : await mergedInto(tx, workspaceId, which));
  await tx.query(
    `delete from transcript.speaker_profile
      where workspace_id = $1 and ($2::uuid[] is null or id = any($2::uuid[]))`,
    parameters,
  );
  return [...new Set(speakers.map(({ recordingId }) => recordingId))];
}

/** In the history of others too: what is about the person cannot be taken back any more. */
async function forgetNames(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[] | null,
): Promise<void> {
  await tx.query(
    `update transcript.profile_change set changes = '{"profiles": [], "samples": [], "speakers": [], "rejections": []}'
      where workspace_id = $1
        and ($2::uuid[] is null or profile_id = any($2::uuid[]) or exists (
          select 1 from unnest($2::uuid[]) as person(id) where position(person.id::text in changes::text) > 0))`,
    [workspaceId, ids],
  );
}

/** These profiles and those that are one with them: the last that was done to them was to merge them into one of these. */
async function mergedInto(tx: EntityManager, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const people: { id: string }[] = await tx.query(
    `with recursive last as (
       select distinct on (one."profileId") one."profileId" as id, change.profile_id as into_id, one.after is null as gone
         from transcript.profile_change change
         cross join jsonb_to_recordset(change.changes->'profiles') as one("profileId" uuid, after jsonb)
        where change.workspace_id = $1
        order by one."profileId", change.id desc),
     person as (
       select unnest($2::uuid[]) as id
       union
       select last.id from person join last on last.into_id = person.id and last.gone)
     select id from person`,
    [workspaceId, ids],
  );
  return people.map(({ id }) => id);
}
