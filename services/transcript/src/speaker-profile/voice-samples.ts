import { isDeepStrictEqual } from 'node:util';
import { newId } from '@colloquy/subgraph';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Speaker } from '../speaker/speaker.entity.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { VoiceSample, type VoiceInterval, type VoiceSampleOrigin } from './voice-sample.entity.ts';

type SampleChanges = ProfileChangeSet['samples'];

/** A sample of which less is still said by its person is somebody else's, at least in part. */
export const SAMPLE_SHARE = 0.8;

/** Stretches that are played as evidence, and how many. */
const MAX_INTERVALS = 10;

/** A speaker's longest segments, in order of time. */
export async function longestSegments(
  tx: EntityManager,
  workspaceId: string,
  speakerId: string,
): Promise<VoiceInterval[]> {
  return tx.query(
    `select start_ms as "startMs", end_ms as "endMs" from (
       select start_ms, end_ms from transcript.segment
        where workspace_id = $1 and speaker_id = $2 and end_ms > start_ms
        order by end_ms - start_ms desc, start_ms limit ${MAX_INTERVALS}) longest
      order by start_ms`,
    [workspaceId, speakerId],
  );
}

/**
 * Makes a sample of what is known of a speaker's voice, one that does not count until a change says so.
 * @returns null when too little was heard of them for a vector
 */
export async function sampleOfSpeaker(
  tx: EntityManager,
  { id: speakerId, workspaceId, recordingId }: Speaker,
  profileId: string,
  { origin, addedBy }: { origin: VoiceSampleOrigin; addedBy: string },
): Promise<SampleChanges[number] | null> {
  const [known]: { speechMs: number }[] = await tx.query(
    `select max(speech_ms) as "speechMs" from transcript.speaker_embedding
      where speaker_id = $1 and workspace_id = $2 having count(*) > 0`,
    [speakerId, workspaceId],
  );
  if (!known) return null;
  const id = newId();
  const now = new Date();
  await tx.insert(VoiceSample, {
    id,
    workspaceId,
    profileId,
    recordingId,
    speakerId,
    origin,
    intervals: await longestSegments(tx, workspaceId, speakerId),
    speechMs: known.speechMs,
    addedBy,
    createdAt: now,
    removedAt: now,
  });
  await tx.query(
    `insert into transcript.voice_vector (sample_id, model, workspace_id, dimensions, embedding, speech_ms, created_at)
     select $1, model, workspace_id, dimensions, embedding, speech_ms, now() from transcript.speaker_embedding
      where speaker_id = $2 and workspace_id = $3`,
    [id, speakerId, workspaceId],
  );
  return { sampleId: id, before: { profileId, removed: true }, after: { profileId, removed: false } };
}

/** Cosine distance below which two vectors are one that was written down. */
const SAME_VECTOR = 1e-6;

/**
 * Whether a profile has a sample, with a vector of that model, of what a speaker says: from before the recording was
 * processed again, and without counting while nobody was known to say it. Of imported samples their vectors alone tell.
 */
export async function isSampled(
  tx: EntityManager,
  speaker: Speaker,
  profileId: string,
  model: string,
): Promise<boolean> {
  if ((await samplesOfSpeech(tx, speaker, profileId, model)).length > 0) return true;
  const imported: unknown[] = await tx.query(
    `select 1 from transcript.voice_sample sample
       join transcript.voice_vector v on v.sample_id = sample.id and v.model = $4
       join transcript.speaker_embedding e on e.speaker_id = $2 and e.model = v.model and e.workspace_id = $1
      where sample.profile_id = $3 and sample.workspace_id = $1 and sample.removed_at is null
        and sample.recording_id is null and e.embedding <=> v.embedding < $5::float8
      limit 1`,
    [speaker.workspaceId, speaker.id, profileId, model, SAME_VECTOR],
  );
  return imported.length > 0;
}

/** Samples of a profile of what a speaker says, with a vector of a model by which that speaker is known. */
async function samplesOfSpeech(
  tx: EntityManager,
  { id: speakerId, workspaceId, recordingId }: Speaker,
  profileId: string,
  model: string | null,
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select sample.id from transcript.voice_sample sample
      cross join lateral (
        select coalesce(sum("endMs" - "startMs"), 0) as ms
          from jsonb_to_recordset(sample.intervals) as stretch("startMs" int, "endMs" int)) heard
      cross join lateral (
        select coalesce(sum(least(end_ms, "endMs") - greatest(start_ms, "startMs")), 0) as ms
          from jsonb_to_recordset(sample.intervals) as stretch("startMs" int, "endMs" int)
          join transcript.segment on segment.speaker_id = $2 and segment.workspace_id = $1
           and start_ms < "endMs" and end_ms > "startMs") theirs
      where sample.recording_id = $3 and sample.profile_id = $4 and sample.workspace_id = $1
        and sample.removed_at is null and theirs.ms > 0 and theirs.ms >= heard.ms * $6::float8
        and exists (
          select 1 from transcript.voice_vector v
            join transcript.speaker_embedding e on e.model = v.model and e.speaker_id = $2
           where v.sample_id = sample.id and ($5::text is null or v.model = $5))`,
    [workspaceId, speakerId, recordingId, profileId, model, SAMPLE_SHARE],
  );
  return rows.map(({ id }) => id);
}

/**
 * Which samples, each with whose it is to be, would count a second time: that profile has another one of the same
 * stretches.
 */
export async function countedAlready(
  tx: EntityManager,
  workspaceId: string,
  samples: readonly { sampleId: string; profileId: string }[],
  alongWith: readonly { sampleId: string }[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select one.id from jsonb_to_recordset($2::jsonb) as c("sampleId" uuid, "profileId" uuid)
       join transcript.voice_sample one on one.id = c."sampleId" and one.workspace_id = $1
      where exists (
        select 1 from transcript.voice_sample other
         where other.profile_id = c."profileId" and other.recording_id = one.recording_id and other.workspace_id = $1
           and other.intervals = one.intervals and other.removed_at is null and other.problem is null
           and (one.outdated or not other.outdated) and other.id <> all($3::uuid[]))`,
    [workspaceId, JSON.stringify(samples), alongWith.map(({ sampleId }) => sampleId)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes away the samples that rest on a speaker, of every profile. */
export async function withoutSamplesOf(
  tx: EntityManager,
  { id: speakerId, workspaceId }: Speaker,
): Promise<SampleChanges[number][]> {
  const samples = await tx.findBy(VoiceSample, { speakerId, workspaceId, removedAt: IsNull() });
  return samples.map(withoutSample);
}

/**
 * Takes away what a profile has of what a speaker says beside the samples that rest on them: from before the recording
 * was processed again, and all they say where that was enrolled before anybody said whose it is. What else was enrolled
 * stays.
 */
export async function withoutOtherSamplesOf(
  tx: EntityManager,
  speaker: Speaker,
  profileId: string,
): Promise<SampleChanges[number][]> {
  const { id: speakerId, workspaceId } = speaker;
  const ids = await samplesOfSpeech(tx, speaker, profileId, null);
  const samples = await tx.findBy(VoiceSample, { id: In(ids), workspaceId });
  const said = await longestSegments(tx, workspaceId, speakerId);
  return samples
    .filter((sample) =>
      sample.speakerId ? sample.speakerId !== speakerId : isDeepStrictEqual(sample.intervals, said),
    )
    .map(withoutSample);
}

export const withoutSample = ({ id, profileId }: VoiceSample): SampleChanges[number] => ({
  sampleId: id,
  before: { profileId, removed: false },
  after: { profileId, removed: true },
});
