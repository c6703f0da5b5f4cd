import { In, type EntityManager } from 'typeorm';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { VoiceSample } from './voice-sample.entity.ts';

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
    profiles.every(({ profileId, after }) => profilesNow.get(profileId)?.name === after?.name) &&
    samples.every(({ sampleId, after }) => {
      const now = samplesNow.get(sampleId);
      return now?.profileId === after.profileId && (now.removedAt !== null) === after.removed;
    }) &&
    speakers.every(({ speakerId, after }) => speakersNow.get(speakerId)?.profileId === after.profileId)
  );
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
