import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { DecisionChange, ProfileChangeSet, SpeakerLink } from './profile-change-set.ts';
import { SpeakerIdentification } from './speaker-identification.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { VoiceSample, VoiceSampleOrigin } from './voice-sample.entity.ts';
import { countedAlready } from './voice-samples.ts';

/** Whether everything a change touched is still as it left it; a change without a trace cannot be taken back. */
export async function isProfileChangeStillSo(
  tx: EntityManager,
  workspaceId: string,
  changes: ProfileChangeSet,
): Promise<boolean> {
  const { profiles, samples, speakers, rejections, decisions = [] } = changes;
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
    profiles.every(({ profileId, after }) => profilesNow.get(profileId)?.name === after?.name) &&
    samples.every(({ sampleId, before, after }) => {
      const now = samplesNow.get(sampleId);
      // What joined by the voice may have gone with what bore it out; what would go may have been taken away already.
      const mayBeGone = before.removed || now?.origin === VoiceSampleOrigin.AUTOMATIC;
      const isGone = mayBeGone && now !== undefined && now.removedAt !== null;
      return now?.profileId === after.profileId && (isGone || (now.removedAt !== null) === after.removed);
    }) &&
    speakers.every(({ speakerId, after }) => isLinked(speakersNow.get(speakerId), after)) &&
    (await isEverybodyThere(tx, workspaceId, changes)) &&
    (await areRejectionsStillSo(tx, workspaceId, rejections)) &&
    !(await isRejectedSince(tx, workspaceId, { speakers, rejections })) &&
    (await areDecisionsStillSo(tx, workspaceId, decisions)) &&
    !(await haveOtherEvidence(tx, workspaceId, { profiles, samples })) &&
    !(await isCountedSince(tx, workspaceId, samples))
  );
}

/** Who is a person bears their name of today, who is nobody known the one they were left with. */
const isLinked = (now: Speaker | undefined, { profileId, name }: SpeakerLink): boolean =>
  now?.profileId === profileId && (profileId !== null || now.name === name);

/** Whether everybody to whom something goes back is known, or is again by that: they may be merged into somebody since. */
async function isEverybodyThere(
  tx: EntityManager,
  workspaceId: string,
  { profiles, samples, speakers, rejections, enrolments = [] }: ProfileChangeSet,
): Promise<boolean> {
  const back = new Set([
    ...samples.map(({ before }) => before.profileId),
    ...speakers.flatMap(({ before }) => before.profileId ?? []),
    ...rejections.flatMap(({ profileId, before }) => (before ? profileId : [])),
    ...enrolments.map(({ before }) => before),
  ]);
  for (const { profileId, before } of profiles) if (before) back.delete(profileId);
  return (await byId(tx, SpeakerProfile, workspaceId, [...back])).size === back.size;
}

async function areRejectionsStillSo(
  tx: EntityManager,
  workspaceId: string,
  rejections: ProfileChangeSet['rejections'],
): Promise<boolean> {
  const [row]: { other: number }[] = await tx.query(
    `select count(*)::int as other
       from jsonb_to_recordset($2::jsonb) as c("speakerId" uuid, "profileId" uuid, after boolean)
      where c.after <> exists (
        select 1 from transcript.identification_rejection rejection
         where rejection.speaker_id = c."speakerId" and rejection.profile_id = c."profileId"
           and rejection.workspace_id = $1)`,
    [workspaceId, JSON.stringify(rejections)],
  );
  return row?.other === 0;
}

/** Whether somebody said meanwhile that a speaker is not the person they would be again. */
async function isRejectedSince(
  tx: EntityManager,
  workspaceId: string,
  { speakers, rejections }: Pick<ProfileChangeSet, 'speakers' | 'rejections'>,
): Promise<boolean> {
  const own = new Set(rejections.map(({ speakerId, profileId }) => `${speakerId} ${profileId}`));
  const again = speakers
    .map(({ speakerId, before: { profileId } }) => ({ speakerId, profileId }))
    .filter(({ speakerId, profileId }) => profileId !== null && !own.has(`${speakerId} ${profileId}`));
  const rows: unknown[] = await tx.query(
    `select 1 from transcript.identification_rejection rejection
       join jsonb_to_recordset($2::jsonb) as c("speakerId" uuid, "profileId" uuid)
         on rejection.speaker_id = c."speakerId" and rejection.profile_id = c."profileId"
      where rejection.workspace_id = $1 limit 1`,
    [workspaceId, JSON.stringify(again)],
  );
  return rows.length > 0;
}

/** What a person decided still stands. What is found by the voice may be found anew at any time. */
async function areDecisionsStillSo(
  tx: EntityManager,
  workspaceId: string,
  decisions: readonly DecisionChange[],
): Promise<boolean> {
  const speakerIds = decisions.map(({ speakerId }) => speakerId);
  const rows = await tx.findBy(SpeakerIdentification, { speakerId: In(speakerIds), workspaceId });
  const known = new Map(rows.map((row) => [row.speakerId, row]));
  return decisions.every(({ speakerId, after }) => {
    const now = known.get(speakerId);
    const by = after?.decidedBy ?? null;
    return (now?.decidedBy ?? null) === by && (by === null || now?.profileId === after?.profileId);
  });
}

/** Whether people gave a profile that was made other speech since, which would go with it. */
async function haveOtherEvidence(
  tx: EntityManager,
  workspaceId: string,
  { profiles, samples }: Pick<ProfileChangeSet, 'profiles' | 'samples'>,
): Promise<boolean> {
  const made = profiles.filter(({ before, after }) => before === null && after !== null);
  return tx.existsBy(VoiceSample, {
    workspaceId,
    profileId: In(made.map(({ profileId }) => profileId)),
    id: Not(In(samples.map(({ sampleId }) => sampleId))),
    origin: Not(VoiceSampleOrigin.AUTOMATIC),
    removedAt: IsNull(),
  });
}

/** Whether speech that would count for somebody again counts for them by another sample since. */
async function isCountedSince(
  tx: EntityManager,
  workspaceId: string,
  samples: ProfileChangeSet['samples'],
): Promise<boolean> {
  const back = samples
    .filter(({ before, after }) => !before.removed && (after.removed || after.profileId !== before.profileId))
    .map(({ sampleId, before }) => ({ sampleId, profileId: before.profileId }));
  return (await countedAlready(tx, workspaceId, back, samples)).size > 0;
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
