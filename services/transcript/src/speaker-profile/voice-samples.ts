import { newId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
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

/**
 * Whether a profile has a sample, with a vector of that model, of what a speaker says: from before the recording was
 * processed again, and without counting while nobody was known to say it.
 */
export async function isSampled(
  tx: EntityManager,
  { id: speakerId, workspaceId, recordingId }: Speaker,
  profileId: string,
  model: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from transcript.voice_sample sample
       join transcript.voice_vector v on v.sample_id = sample.id and v.model = $5
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
      limit 1`,
    [workspaceId, speakerId, recordingId, profileId, model, SAMPLE_SHARE],
  );
  return rows.length > 0;
}

/** Takes away the samples that rest on a speaker, of every profile or of one. */
export async function withoutSamplesOf(
  tx: EntityManager,
  { id: speakerId, workspaceId }: Speaker,
): Promise<SampleChanges[number][]> {
  const samples = await tx.findBy(VoiceSample, { speakerId, workspaceId });
  return samples
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, profileId }) => ({
      sampleId: id,
      before: { profileId, removed: false },
      after: { profileId, removed: true },
    }));
}
