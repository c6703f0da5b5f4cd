import { bornOut, calibrationOf } from '@colloquy/speech';
import { fromSql } from 'pgvector';
import type { EntityManager } from 'typeorm';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { VoiceSampleOrigin } from './voice-sample.entity.ts';

/** Samples of a model that are looked at, those with most speech: the same as make a voice. */
const MAX_EVIDENCE = 200;

interface Heard {
  sampleId: string;
  profileId: string;
  model: string;
  vector: string;
  speechMs: number;
  joined: boolean;
}

/**
 * Profiles from which speech goes that counted, before it goes. Where all that goes joined by the voice and a person
 * gives something instead, nothing is lost.
 */
export async function profilesLosing(
  tx: EntityManager,
  workspaceId: string,
  samples: ProfileChangeSet['samples'],
): Promise<string[]> {
  const going = samples.filter(
    ({ before, after }) => !before.removed && (after.removed || after.profileId !== before.profileId),
  );
  const gaining = samples.filter(({ before, after }) => before.removed && !after.removed);
  const rows: { profileId: string; given: boolean }[] = await tx.query(
    `select profile_id as "profileId", bool_or(origin <> $3) as given from transcript.voice_sample
      where id = any($1::uuid[]) and workspace_id = $2 and removed_at is null and not outdated
      group by profile_id`,
    [going.map(({ sampleId }) => sampleId), workspaceId, VoiceSampleOrigin.AUTOMATIC],
  );
  const gained = new Set(gaining.map(({ after }) => after.profileId));
  return rows.flatMap(({ profileId, given }) => (given || !gained.has(profileId) ? profileId : []));
}

/**
 * Profiles that speech comes back to which joined by the voice and was taken away, before it comes: what bore it out may
 * be gone since. What joins for the first time was compared just now.
 */
export async function profilesRegaining(
  tx: EntityManager,
  workspaceId: string,
  samples: ProfileChangeSet['samples'],
): Promise<string[]> {
  const coming = samples.filter(({ after }) => !after.removed);
  const rows: { profileId: string }[] = await tx.query(
    `select distinct c."profileId" from jsonb_to_recordset($2::jsonb) as c("sampleId" uuid, "profileId" uuid)
       join transcript.voice_sample sample on sample.id = c."sampleId" and sample.workspace_id = $1
      where sample.origin = $3 and sample.removed_at <> sample.created_at`,
    [
      workspaceId,
      JSON.stringify(coming.map(({ sampleId, after: { profileId } }) => ({ sampleId, profileId }))),
      VoiceSampleOrigin.AUTOMATIC,
    ],
  );
  return rows.map(({ profileId }) => profileId);
}

/** Of some profiles, those that people gave speech that counts. */
export async function profilesGiven(
  tx: EntityManager,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<string[]> {
  const rows: { profileId: string }[] = await tx.query(
    `select distinct profile_id as "profileId" from transcript.voice_sample
      where profile_id = any($2::uuid[]) and workspace_id = $1 and removed_at is null and not outdated
        and origin <> $3`,
    [workspaceId, profileIds, VoiceSampleOrigin.AUTOMATIC],
  );
  return rows.map(({ profileId }) => profileId);
}

/** Who speakers are whom only the voice told. */
export async function peopleByVoice(
  tx: EntityManager,
  workspaceId: string,
  speakers: readonly { speakerId: string }[],
): Promise<string[]> {
  if (speakers.length === 0) return [];
  const rows: { profileId: string }[] = await tx.query(
    `select distinct speaker.profile_id as "profileId"
       from transcript.speaker join transcript.speaker_identification found on found.speaker_id = speaker.id
      where speaker.id = any($2::uuid[]) and speaker.workspace_id = $1 and speaker.profile_id is not null
        and not speaker.absent and found.decided_by is null`,
    [workspaceId, speakers.map(({ speakerId }) => speakerId)],
  );
  return rows.map(({ profileId }) => profileId);
}

/**
 * Takes away what joined profiles by the voice and is not borne out by what people gave them: it may have come through
 * speech that is gone. Profiles are locked; their centroids are worked out after it.
 */
export async function dropUnsupported(
  tx: EntityManager,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<void> {
  if (profileIds.length === 0) return;
  const rows: Heard[] = await tx.query(
    `select "sampleId", "profileId", model, vector, "speechMs", joined from (
       select sample.id as "sampleId", sample.profile_id as "profileId", v.model, v.embedding::text as vector,
              v.speech_ms as "speechMs", sample.origin = $3 as joined, v.dimensions,
              row_number() over (partition by sample.profile_id, v.model, sample.origin = $3
                order by v.speech_ms desc, sample.id) as place,
              first_value(v.dimensions) over (partition by sample.profile_id, v.model
                order by v.created_at desc, v.dimensions desc, sample.id) as newest
         from transcript.voice_sample sample join transcript.voice_vector v on v.sample_id = sample.id
        where sample.workspace_id = $1 and sample.profile_id = any($2::uuid[]) and sample.removed_at is null
          and not sample.outdated) ranked
      where place <= ${MAX_EVIDENCE} and dimensions = newest`,
    [workspaceId, profileIds, VoiceSampleOrigin.AUTOMATIC],
  );
  const kept = [...Map.groupBy(rows, ({ profileId, model }) => `${profileId} ${model}`).values()].flatMap(
    (heard) => supported(heard),
  );
  await tx.query(
    `update transcript.voice_sample set removed_at = now()
      where workspace_id = $1 and profile_id = any($2::uuid[]) and removed_at is null and not outdated
        and origin = $3 and id <> all($4::uuid[])`,
    [workspaceId, profileIds, VoiceSampleOrigin.AUTOMATIC, kept],
  );
}

/** Of one profile and model. @returns the samples that joined and stay */
function supported(heard: readonly Heard[]): string[] {
  const evidence = heard.map((one) => ({ ...one, vector: fromSql(one.vector) as number[] }));
  const joined = evidence.filter((one) => one.joined);
  const stay = bornOut(
    evidence.filter((one) => !one.joined),
    joined,
    calibrationOf(heard[0]?.model ?? ''),
  );
  return joined.flatMap(({ sampleId }, index) => (stay[index] ? sampleId : []));
}
