import { voiceCentroid } from '@colloquy/speech';
import { newId } from '@colloquy/subgraph';
import { fromSql, toSql } from 'pgvector';
import { In, type EntityManager } from 'typeorm';
import { foldText } from '../search/fold-text.ts';
import { dropUnsupported, profilesLosing, profilesRegaining } from './joined-samples.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { writeDecisions } from './speaker-decision.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { SpeakerProfileChange, type SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';

export interface ProfileChangeTitle {
  workspaceId: string;
  /** The profile in whose history it stands; null for the workspace's alone. */
  profileId: string | null;
  kind: SpeakerProfileChangeKind;
  author: string;
  reverts?: string;
  /** The correction that says the same in a transcript. */
  correctionId?: string | null;
}

/** A voice rests on so many samples at most: those with most speech. */
const MAX_EVIDENCE = 200;

/**
 * Changes profiles, which are locked, as a change set says, and keeps the change. Names in transcripts follow later.
 * @returns profiles that rest on less speech by it, or again on what had joined by the voice: whoever is one of them by
 *   the voice alone is to be judged again
 */
export async function writeProfileChange(
  tx: EntityManager,
  title: ProfileChangeTitle,
  changes: ProfileChangeSet,
): Promise<string[]> {
  const shaken = await applyProfileChange(tx, title, changes);
  await keepProfileChange(tx, title, changes);
  return shaken;
}

/** The same without keeping it. */
export async function applyProfileChange(
  tx: EntityManager,
  { workspaceId, author }: Pick<ProfileChangeTitle, 'workspaceId' | 'author'>,
  changes: ProfileChangeSet,
): Promise<string[]> {
  const { profiles, samples, speakers, rejections, decisions, enrolments = [] } = changes;
  for (const { profileId: id, after } of profiles) {
    if (!after) continue;
    const { name } = after;
    const values = { name, searchName: foldText(name), updatedAt: new Date() };
    const createdAt = new Date(after.createdAt);
    await tx.upsert(SpeakerProfile, { id, workspaceId, ...values, createdAt }, ['id']);
  }
  const losing = await profilesLosing(tx, workspaceId, samples);
  const regaining = await profilesRegaining(tx, workspaceId, samples);
  const shaken = [...new Set([...losing, ...regaining])];
  await tx.query(
    `update transcript.voice_sample sample
        set profile_id = c."profileId", removed_at = case when c.removed then now() end
       from jsonb_to_recordset($2::jsonb) as c(id uuid, "profileId" uuid, removed boolean)
      where sample.id = c.id and sample.workspace_id = $1`,
    [workspaceId, JSON.stringify(samples.map(({ sampleId, after }) => ({ id: sampleId, ...after })))],
  );
  await tx.query(
    `update transcript.speaker set profile_id = c."profileId"
       from jsonb_to_recordset($2::jsonb) as c(id uuid, "profileId" uuid)
      where speaker.id = c.id and speaker.workspace_id = $1`,
    [workspaceId, JSON.stringify(speakers.map(({ speakerId, after }) => ({ id: speakerId, ...after })))],
  );
  for (const { speakerId, profileId: rejected, after } of rejections)
    await tx.query(
      after
        ? `insert into transcript.identification_rejection (speaker_id, profile_id, workspace_id, decided_by, decided_at)
           select id, $2, $3, $4, now() from transcript.speaker where id = $1 and workspace_id = $3 on conflict do nothing`
        : `delete from transcript.identification_rejection
            where speaker_id = $1 and profile_id = $2 and workspace_id = $3`,
      [speakerId, rejected, workspaceId, ...(after ? [author] : [])],
    );
  if (decisions) await writeDecisions(tx, workspaceId, decisions);
  for (const { recordingId, before, after } of enrolments)
    await tx.query(
      `update transcript.profile_enrolment set profile_id = $3
        where recording_id = $1 and profile_id = $2 and workspace_id = $4`,
      [recordingId, before, after, workspaceId],
    );
  const gone = profiles.filter(({ after }) => after === null).map(({ profileId: id }) => id);
  if (gone.length > 0) {
    await leaveConfirmed(tx, workspaceId, gone);
    await tx.delete(SpeakerProfile, { id: In(gone), workspaceId });
  }
  await dropUnsupported(tx, workspaceId, shaken);
  await refreshCentroids(tx, workspaceId, touchedProfiles(changes));
  return shaken;
}

/** Keeps a change, which has been made, in the history. */
export async function keepProfileChange(
  tx: EntityManager,
  { workspaceId, profileId, kind, author, reverts, correctionId }: ProfileChangeTitle,
  changes: ProfileChangeSet,
): Promise<void> {
  const change = Object.assign(new SpeakerProfileChange(), {
    id: newId(),
    workspaceId,
    profileId,
    kind,
    author,
    reverts: reverts ?? null,
    correctionId: correctionId ?? null,
    changes,
    createdAt: new Date(),
  });
  await tx.insert(SpeakerProfileChange, change);
}

/** Whom people called by a name keeps it as an ordinary one. Names that only the voice gave are taken back later. */
async function leaveConfirmed(
  tx: EntityManager,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<void> {
  await tx.query(
    `update transcript.speaker set profile_id = null
      where workspace_id = $1 and profile_id = any($2::uuid[]) and not exists (
        select 1 from transcript.speaker_identification found
         where found.speaker_id = speaker.id and found.decided_by is null)`,
    [workspaceId, profileIds],
  );
}

/** Profiles whose voice may be another by now. */
function touchedProfiles({ profiles, samples, speakers }: ProfileChangeSet): string[] {
  const ids = [
    ...profiles.map(({ profileId }) => profileId),
    ...samples.flatMap(({ before, after }) => [before.profileId, after.profileId]),
    ...speakers.flatMap(({ before, after }) => [before.profileId, after.profileId]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Works out the voices of profiles from their samples, a centroid for each model. */
export async function refreshCentroids(
  tx: EntityManager,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<void> {
  if (profileIds.length === 0) return;
  await tx.query(
    'delete from transcript.profile_centroid where workspace_id = $1 and profile_id = any($2::uuid[])',
    [workspaceId, profileIds],
  );
  await tx.query(
    'update transcript.speaker_profile set updated_at = now() where workspace_id = $1 and id = any($2::uuid[])',
    [workspaceId, profileIds],
  );
  // An embedder may change the length of its vectors and keep its name: only those of the newest length are alike.
  const rows: { profileId: string; model: string; vector: string; speechMs: number }[] = await tx.query(
    `select profile_id as "profileId", model, vector, speech_ms as "speechMs" from (
       select sample.profile_id, v.model, v.embedding::text as vector, v.speech_ms,
              row_number() over (partition by sample.profile_id, v.model order by v.speech_ms desc, sample.id) as place,
              v.dimensions, first_value(v.dimensions) over (partition by sample.profile_id, v.model
                order by v.created_at desc, v.dimensions desc, sample.id) as newest
         from transcript.voice_sample sample join transcript.voice_vector v on v.sample_id = sample.id
        where sample.workspace_id = $1 and sample.profile_id = any($2::uuid[]) and sample.removed_at is null and not sample.outdated) ranked
      where place <= ${MAX_EVIDENCE} and dimensions = newest`,
    [workspaceId, profileIds],
  );
  const voices = Map.groupBy(rows, ({ profileId, model }) => `${profileId} ${model}`);
  for (const evidence of voices.values()) {
    const [{ profileId, model } = { profileId: '', model: '' }] = evidence;
    const centroid = voiceCentroid(
      evidence.map(({ vector, speechMs }) => ({ vector: fromSql(vector) as number[], speechMs })),
    );
    await tx.query(
      `insert into transcript.profile_centroid (profile_id, model, workspace_id, dimensions, embedding, sample_count)
       values ($1, $2, $3, $4, $5, $6)`,
      [profileId, model, workspaceId, centroid.length, toSql(centroid), evidence.length],
    );
  }
}
