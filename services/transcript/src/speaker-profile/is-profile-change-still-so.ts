import { In, type EntityManager } from 'typeorm';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { VoiceSample } from './voice-sample.entity.ts';

/** Speakers of transcripts that were replaced, each with the speakers of the one that is current instead. */
const CARRIED_ON = `select earlier.id as earlier_id, later.id, later.profile_id
    from transcript.speaker earlier
    join transcript.transcript replaced on replaced.id = earlier.transcript_id and not replaced.is_current
    join transcript.transcript current on current.recording_id = earlier.recording_id and current.is_current
    join transcript.speaker later on later.transcript_id = current.id and not later.absent
   where earlier.workspace_id = $1 and current.workspace_id = $1`;

/** Whether everything a change touched is still as it left it; a change without a trace cannot be taken back. */
export async function isProfileChangeStillSo(
  tx: EntityManager,
  workspaceId: string,
  { profiles, samples, speakers, rejections }: ProfileChangeSet,
): Promise<boolean> {
  if (profiles.length + samples.length + speakers.length + rejections.length === 0) return false;
  const [profilesNow, samplesNow, speakersNow] = [
    await byId(
      tx,
      SpeakerProfile,
      workspaceId,
      profiles.map(({ profileId }) => profileId),
    ),
    await byId(
      tx,
      VoiceSample,
      workspaceId,
      samples.map(({ sampleId }) => sampleId),
    ),
    await byId(
      tx,
      Speaker,
      workspaceId,
      speakers.map(({ speakerId }) => speakerId),
    ),
  ];
  return (
    !(await isCarriedOn(tx, workspaceId, speakers, rejections)) &&
    profiles.every(({ profileId, after }) => profilesNow.get(profileId)?.name === after?.name) &&
    samples.every(({ sampleId, after }) => {
      const now = samplesNow.get(sampleId);
      return now?.profileId === after.profileId && (now.removedAt !== null) === after.removed;
    }) &&
    speakers.every(({ speakerId, after }) => speakersNow.get(speakerId)?.profileId === after.profileId)
  );
}

/**
 * Whether a recording was processed again, and speakers whom the change does not know have what it did: taking it back
 * would leave them as they are.
 */
async function isCarriedOn(
  tx: EntityManager,
  workspaceId: string,
  speakers: ProfileChangeSet['speakers'],
  rejections: ProfileChangeSet['rejections'],
): Promise<boolean> {
  const linked = speakers.map(({ speakerId, after }) => ({ speakerId, profileId: after.profileId }));
  const rejected = rejections.filter(({ after }) => after);
  const carried: unknown[] = await tx.query(
    `select 1 from jsonb_to_recordset($2::jsonb) as known("speakerId" uuid, "profileId" uuid)
       join (${CARRIED_ON}) later on later.earlier_id = known."speakerId" and later.profile_id = known."profileId"
      where later.id <> all($4::uuid[])
     union all
     select 1 from jsonb_to_recordset($3::jsonb) as known("speakerId" uuid, "profileId" uuid)
       join (${CARRIED_ON}) later on later.earlier_id = known."speakerId"
       join transcript.identification_rejection rejection
         on rejection.speaker_id = later.id and rejection.profile_id = known."profileId"
      where later.id <> all($5::uuid[])
     limit 1`,
    [
      workspaceId,
      JSON.stringify(linked),
      JSON.stringify(rejected),
      linked.map(({ speakerId }) => speakerId),
      rejected.map(({ speakerId }) => speakerId),
    ],
  );
  return carried.length > 0;
}

async function byId<T extends SpeakerProfile | VoiceSample | Speaker>(
  tx: EntityManager,
  entity: new () => T,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const rows = await tx
    .createQueryBuilder(entity, 'found')
    .where({ workspaceId, id: In([...ids]) })
    .getMany();
  return new Map(rows.map((row) => [row.id, row]));
}
