import type { EntityManager } from 'typeorm';
import { SpeakerProfile } from './speaker-profile.entity.ts';

/** The last that was done to each profile of a workspace ($1): whose change it was, and whether it went by it. */
const LAST = `
  last as (
    select distinct on (one."profileId") one."profileId" as id, change.profile_id as into_id, one.after is null as gone
      from transcript.profile_change change
      cross join jsonb_to_recordset(change.changes->'profiles') as one("profileId" uuid, after jsonb)
     where change.workspace_id = $1
     order by one."profileId", change.id desc)`;

/** These profiles and those that were merged into one of these, and are. */
export async function withMergedProfiles(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  const people: { id: string }[] = await tx.query(
    `with recursive ${LAST}, person as (
       select unnest($2::uuid[]) as id
       union
       select last.id from person join last on last.into_id = person.id and last.gone)
     select id from person`,
    [workspaceId, ids],
  );
  return people.map(({ id }) => id);
}

/** @returns the profile, or the one that it was merged into; null when that is deleted */
export async function presentProfile(
  tx: EntityManager,
  workspaceId: string,
  id: string,
): Promise<SpeakerProfile | null> {
  const profile = await tx.findOneBy(SpeakerProfile, { id, workspaceId });
  if (profile) return profile;
  const [into]: { id: string }[] = await tx.query(
    `with recursive ${LAST}, person as (
       select $2::uuid as id
       union
       select last.into_id from person join last on last.id = person.id and last.gone)
     select profile.id from person
       join transcript.speaker_profile profile on profile.id = person.id and profile.workspace_id = $1`,
    [workspaceId, id],
  );
  return into ? tx.findOneBy(SpeakerProfile, { id: into.id, workspaceId }) : null;
}
