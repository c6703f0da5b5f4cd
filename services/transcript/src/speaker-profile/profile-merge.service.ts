import { isId, newId, type Context } from '@colloquy/subgraph';
import { In, IsNull, type EntityManager } from 'typeorm';
import { replacedAmong } from '../speaker/speaker-successor.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import {
  NO_CHANGES,
  type EnrolmentChange,
  type LinkChange,
  type ProfileChangeSet,
  type ProfileState,
} from './profile-change-set.ts';
import { ProfileEnrolment } from './profile-enrolment.entity.ts';
import type { ProfileChangeRunner } from './profile-change.runner.ts';
import { lockProfiles, profileOf } from './profile-lock.ts';
import { profileNameFrom } from './profile-name.ts';
import { decisionsTo } from './speaker-decision.ts';
import { linkOf } from './speaker-links.ts';
import { SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { sameProfile, splitEmpty, voiceSampleNotFound } from './speaker-profile.errors.ts';
import { VoiceSample } from './voice-sample.entity.ts';
import { countedAlready } from './voice-samples.ts';

/** Two profiles that are one person, one that is two, and samples that are neither's. */
export class ProfileMergeService {
  constructor(private readonly runner: Pick<ProfileChangeRunner, 'run'>) {}

  /** Gives samples and speakers of one profile to another, whose name stays; the first is gone, until that is undone. */
  merge(keepId: string, dropId: string, context: Context): Promise<void> {
    if (keepId === dropId) throw sameProfile();
    const { workspaceId } = context;
    return this.runner.run(context, async (tx) => {
      await lockProfiles(tx, workspaceId);
      const keep = await profileOf(tx, workspaceId, keepId);
      const drop = await profileOf(tx, workspaceId, dropId);
      const samples = await tx.findBy(VoiceSample, { profileId: dropId, workspaceId, removedAt: IsNull() });
      const speakers = await tx.findBy(Speaker, { profileId: dropId, workspaceId });
      const decisions = await decisionsTo(tx, workspaceId, speakers, keepId);
      await tx.query(
        `update transcript.speaker_identification set profile_id = $1 where profile_id = $2 and workspace_id = $3`,
        [keepId, dropId, workspaceId],
      );
      const changes: ProfileChangeSet = {
        profiles: [{ profileId: dropId, before: stateOf(drop), after: null }],
        samples: await movedOnce(tx, workspaceId, moved(samples, keepId)),
        speakers: await relinked(tx, speakers, keep),
        decisions,
        rejections: await rejectedOfBoth(tx, workspaceId, keepId, dropId),
        enrolments: await waitingFor(tx, workspaceId, keepId, dropId),
      };
      return { kind: SpeakerProfileChangeKind.MERGED, profileId: keepId, changes };
    });
  }

  /**
   * Makes a person of their own of some samples, with the speakers they are of and every other sample of these.
   * @returns the new profile's id
   */
  async split(id: string, sampleIds: readonly string[], given: string, context: Context): Promise<string> {
    const name = profileNameFrom(given);
    const { workspaceId } = context;
    const newProfileId = newId();
    await this.runner.run(context, async (tx) => {
      await lockProfiles(tx, workspaceId);
      await profileOf(tx, workspaceId, id);
      const all = await tx.findBy(VoiceSample, { profileId: id, workspaceId, removedAt: IsNull() });
      const chosen = all.filter((sample) => sampleIds.includes(sample.id));
      const speakers = await speakersOf(tx, workspaceId, id, chosen);
      const gone = new Set(speakers.map((speaker) => speaker.id));
      const going = all.filter((sample) => chosen.includes(sample) || gone.has(sample.speakerId ?? ''));
      if (chosen.length === 0 || going.length === all.length) throw splitEmpty();
      const after = { name, createdAt: new Date().toISOString() };
      const changes: ProfileChangeSet = {
        ...NO_CHANGES,
        profiles: [{ profileId: newProfileId, before: null, after }],
        samples: moved(going, newProfileId),
        speakers: await relinked(tx, speakers, { id: newProfileId, name, workspaceId }),
        decisions: await decisionsTo(tx, workspaceId, speakers, newProfileId),
      };
      const also = {
        kind: SpeakerProfileChangeKind.SPLIT_OFF,
        profileId: newProfileId,
        changes: { ...NO_CHANGES, splitOffFrom: id },
      };
      return { kind: SpeakerProfileChangeKind.SPLIT, profileId: id, changes, also };
    });
    return newProfileId;
  }

  /** Takes a sample away; the speaker stays who they are. @returns its profile's id */
  async removeSample(sampleId: string, context: Context): Promise<string> {
    const { workspaceId } = context;
    let profileId = '';
    await this.runner.run(context, async (tx) => {
      await lockProfiles(tx, workspaceId);
      const sample = isId(sampleId)
        ? await tx.findOneBy(VoiceSample, { id: sampleId, workspaceId, removedAt: IsNull() })
        : null;
      if (!sample) throw voiceSampleNotFound(sampleId);
      profileId = sample.profileId;
      const samples = [
        { sampleId, before: { profileId, removed: false }, after: { profileId, removed: true } },
      ];
      const changes = { ...NO_CHANGES, samples };
      return { kind: SpeakerProfileChangeKind.SAMPLE_REMOVED, profileId, changes };
    });
    return profileId;
  }
}

const stateOf = ({ name, createdAt }: SpeakerProfile): ProfileState => ({
  name,
  createdAt: createdAt.toISOString(),
});

const moved = (samples: readonly VoiceSample[], to: string): ProfileChangeSet['samples'] =>
  samples.map(({ id, profileId }) => ({
    sampleId: id,
    before: { profileId, removed: false },
    after: { profileId: to, removed: false },
  }));

/** What the other has a sample of already goes there without counting a second time. */
async function movedOnce(
  tx: EntityManager,
  workspaceId: string,
  samples: ProfileChangeSet['samples'],
): Promise<ProfileChangeSet['samples']> {
  const to = samples.map(({ sampleId, after }) => ({ sampleId, profileId: after.profileId }));
  const counted = await countedAlready(tx, workspaceId, to, samples);
  return samples.map((one) => ({
    ...one,
    after: { ...one.after, removed: counted.has(one.sampleId) },
  }));
}

async function relinked(
  tx: EntityManager,
  speakers: readonly Speaker[],
  { id: profileId, name, workspaceId }: Pick<SpeakerProfile, 'id' | 'name' | 'workspaceId'>,
): Promise<LinkChange[]> {
  const ids = speakers.map(({ id }) => id);
  const replaced = new Set((await replacedAmong(tx, workspaceId, ids)).map(({ id }) => id));
  return speakers.map((speaker) => ({
    speakerId: speaker.id,
    before: linkOf(speaker),
    after: { profileId, name },
    ...(replaced.has(speaker.id) && { isReplaced: true }),
  }));
}

/**
 * Whoever is not the one is not the other either, except who is known to be. What was in question of them is settled
 * by that.
 */
async function rejectedOfBoth(
  tx: EntityManager,
  workspaceId: string,
  keepId: string,
  dropId: string,
): Promise<ProfileChangeSet['rejections']> {
  const rejected: { speakerId: string; isNews: boolean }[] = await tx.query(
    `select speaker.id as "speakerId",
            speaker.profile_id is distinct from $3 and not exists (
              select 1 from transcript.identification_rejection kept
               where kept.speaker_id = speaker.id and kept.profile_id = $3) as "isNews"
       from transcript.identification_rejection dropped join transcript.speaker on speaker.id = dropped.speaker_id
      where dropped.profile_id = $1 and dropped.workspace_id = $2`,
    [dropId, workspaceId, keepId],
  );
  await tx.query(
    `delete from transcript.speaker_identification identification
      using transcript.identification_rejection rejection, transcript.speaker
      where identification.profile_id = $1 and identification.workspace_id = $3 and identification.decided_by is null
        and rejection.speaker_id = identification.speaker_id and rejection.profile_id in ($1, $2)
        and speaker.id = identification.speaker_id and speaker.profile_id is null`,
    [keepId, dropId, workspaceId],
  );
  return rejected.flatMap(({ speakerId, isNews }) => [
    { speakerId, profileId: dropId, before: true, after: false },
    ...(isNews ? [{ speakerId, profileId: keepId, before: false, after: true }] : []),
  ]);
}

/** Recordings that wait to become samples of the one, and not already of the other. */
async function waitingFor(
  tx: EntityManager,
  workspaceId: string,
  keepId: string,
  dropId: string,
): Promise<EnrolmentChange[]> {
  const waiting = await tx.findBy(ProfileEnrolment, { workspaceId, profileId: In([keepId, dropId]) });
  const kept = new Set(waiting.flatMap((one) => (one.profileId === keepId ? one.recordingId : [])));
  return waiting
    .filter(({ recordingId }) => !kept.has(recordingId))
    .map(({ recordingId }) => ({ recordingId, before: dropId, after: keepId }));
}

/** Who says some samples, as far as they are this person. */
function speakersOf(
  tx: EntityManager,
  workspaceId: string,
  profileId: string,
  samples: readonly VoiceSample[],
): Promise<Speaker[]> {
  const ids = samples.flatMap(({ speakerId }) => speakerId ?? []);
  return tx.findBy(Speaker, { id: In(ids), workspaceId, profileId });
}
