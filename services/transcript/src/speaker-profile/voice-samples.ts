import { newId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import type { Speaker } from '../speaker/speaker.entity.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { VoiceSample, type VoiceInterval, type VoiceSampleOrigin } from './voice-sample.entity.ts';

type SampleChanges = ProfileChangeSet['samples'];

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
