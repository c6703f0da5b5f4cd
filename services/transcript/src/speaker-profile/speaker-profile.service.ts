import { inTransaction, newId, type Context, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import type { WrittenCorrection } from '../correction/correction-writer.ts';
import type { SeenSpeaker } from '../correction/corrector.ts';
import { checkSpeaker } from '../correction/last-correction.ts';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import { identifySpeakers } from './identification.definitions.ts';
import type { ProfileChangeRunner } from './profile-change.runner.ts';
import { profileNameFrom } from './profile-name.ts';
import { forgetProfiles } from './forget-profiles.ts';
import { NO_CHANGES, type ProfileChangeSet } from './profile-change-set.ts';
import { writeProfileChange } from './profile-change.writer.ts';
import { lockProfiles, lockProfilesIfOn, profileOf } from './profile-lock.ts';
import { linkOf, linkSpeaker, lockSpeaker, type LockedSpeaker } from './speaker-links.ts';
import { SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { decisionChanges, decisionOf, liftedRejections } from './speaker-decision.ts';
import { SpeakerIdentification } from './speaker-identification.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { nobodyIdentified, speakerProfileRenamed } from './speaker-profile.errors.ts';
import { sampleOfSpeaker, withoutOtherSamplesOf, withoutSamplesOf } from './voice-samples.ts';
import { VoiceSampleOrigin } from './voice-sample.entity.ts';

/** Who asks, in which workspace. */
type Asking = Pick<Context, 'workspaceId' | 'viewer'>;

/** Another name of a person, and the one that was seen, if that is to count. */
interface Renaming {
  id: string;
  name: string;
  expectedName?: string | null | undefined;
}

const { CREATED, ASSIGNED, UNASSIGNED, REJECTED } = SpeakerProfileChangeKind;
/** Who is nobody known. */
const NOBODY = { profileId: null, name: null };

/** The changes that people make to speaker profiles. Each is kept in the audit trail and can be undone. */
export class SpeakerProfileService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: Pick<ProfileChangeRunner, 'run'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly events: Pick<TranscriptEvents, 'announceIdentified' | 'announceVoices'>,
  ) {}

  /** A profile of a name, resting on a speaker's voice where one is named. @returns its id */
  async create(given: string, seen: SeenSpeaker | null, context: Context): Promise<string> {
    const name = profileNameFrom(given);
    const { workspaceId } = context;
    const profileId = newId();
    const after = { name, createdAt: new Date().toISOString() };
    await this.runner.run(context, async (tx) => {
      const locked = seen ? await lockSeen(tx, workspaceId, seen) : null;
      await lockProfiles(tx, workspaceId);
      const profiles = [{ profileId, before: null, after }];
      const made = { kind: CREATED, profileId };
      if (!locked) return { ...made, changes: { ...NO_CHANGES, profiles } };
      // The row first: samples refer to it.
      await tx.insert(SpeakerProfile, {
        id: profileId,
        workspaceId,
        name,
        searchName: '',
        createdAt: new Date(after.createdAt),
        updatedAt: new Date(),
      });
      const { changes, made: correction } = await this.confirm(tx, locked, { id: profileId, name }, context);
      return { ...made, changes: { ...changes, profiles }, made: correction };
    });
    return profileId;
  }

  /** A person says that a speaker is this one. */
  assign(seen: SeenSpeaker, profileId: string, context: Asking): Promise<void> {
    const { workspaceId } = context;
    return this.runner.run(context, async (tx) => {
      const locked = await lockSeen(tx, workspaceId, seen);
      await lockProfiles(tx, workspaceId);
      const profile = await profileOf(tx, workspaceId, profileId);
      return { kind: ASSIGNED, profileId, ...(await this.confirm(tx, locked, profile, context)) };
    });
  }

  /** A person says that a speaker is nobody in particular. */
  unassign(speakerId: string, context: Context): Promise<void> {
    const { workspaceId, viewer } = context;
    return this.runner.run(context, async (tx) => {
      const locked = await lockSpeaker(tx, workspaceId, speakerId);
      await lockProfiles(tx, workspaceId);
      const { speaker } = locked;
      const { profileId } = speaker;
      if (!profileId) return null;
      const changes = {
        ...NO_CHANGES,
        samples: await withoutSamplesOf(tx, speaker),
        speakers: [{ speakerId, before: linkOf(speaker), after: NOBODY }],
        decisions: await decisionChanges(tx, workspaceId, [speakerId], decisionOf(null, viewer.name)),
      };
      const title = { kind: CorrectionKind.SPEAKER_REJECTED, author: viewer.name };
      const made = await linkSpeaker(tx, locked, NOBODY, title);
      return { kind: UNASSIGNED, profileId, changes, made };
    });
  }

  /** A person says that a speaker is not who they are taken for: that pair is never offered again. */
  reject(speakerId: string, context: Context): Promise<void> {
    const { workspaceId, viewer } = context;
    return this.runner.run(context, async (tx) => {
      const locked = await lockSpeaker(tx, workspaceId, speakerId);
      await lockProfiles(tx, workspaceId);
      const { speaker } = locked;
      const offered = await tx.findOneBy(SpeakerIdentification, { speakerId, workspaceId });
      const profileId = speaker.profileId ?? offered?.profileId;
      if (!profileId) throw nobodyIdentified();
      // Whoever is only asked about keeps the name they may have.
      const to = speaker.profileId ? NOBODY : linkOf(speaker);
      const changes = {
        ...NO_CHANGES,
        samples: speaker.profileId ? await withoutSamplesOf(tx, speaker) : [],
        speakers: [{ speakerId, before: linkOf(speaker), after: to }],
        rejections: [{ speakerId, profileId, before: false, after: true }],
        decisions: await decisionChanges(tx, workspaceId, [speakerId], null),
      };
      await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId: speaker.recordingId });
      const title = { kind: CorrectionKind.SPEAKER_REJECTED, author: viewer.name };
      const made = await linkSpeaker(tx, locked, to, title);
      return { kind: REJECTED, profileId, changes, made };
    });
  }

  /** Gives a person another name, in every recording; refused when they have another than was seen, if one is named. */
  rename({ id: profileId, expectedName, ...given }: Renaming, context: Context): Promise<void> {
    const name = profileNameFrom(given.name);
    const { workspaceId } = context;
    return this.runner.run(context, async (tx) => {
      await lockProfiles(tx, workspaceId);
      const profile = await profileOf(tx, workspaceId, profileId);
      if (profile.name === name) return null;
      if ((expectedName ?? profile.name) !== profile.name) throw speakerProfileRenamed(profile.name);
      const createdAt = profile.createdAt.toISOString();
      const before = { name: profile.name, createdAt };
      const profiles = [{ profileId, before, after: { name, createdAt } }];
      const changes = { ...NO_CHANGES, profiles };
      return { kind: SpeakerProfileChangeKind.RENAMED, profileId, changes };
    });
  }

  /** Deletes a profile and every vector of it, for good; also while profiles are off. */
  async remove(profileId: string, { workspaceId, viewer }: Context): Promise<void> {
    const recordingIds = await inTransaction(this.dataSource, async (tx) => {
      await lockProfilesIfOn(tx, workspaceId);
      await profileOf(tx, workspaceId, profileId);
      const heardIn = await forgetProfiles(tx, workspaceId, [profileId]);
      const kind = SpeakerProfileChangeKind.DELETED;
      await writeProfileChange(tx, { workspaceId, profileId, kind, author: viewer.name }, NO_CHANGES);
      return heardIn;
    });
    for (const recordingId of recordingIds) this.events.announceIdentified({ workspaceId, recordingId });
    this.events.announceVoices(workspaceId);
  }

  private async confirm(
    tx: EntityManager,
    locked: LockedSpeaker,
    { id: profileId, name }: Pick<SpeakerProfile, 'id' | 'name'>,
    { workspaceId, viewer }: Asking,
  ): Promise<{ changes: ProfileChangeSet; made: WrittenCorrection }> {
    const { speaker } = locked;
    const to = { profileId, name };
    const samples = await withoutSamplesOf(tx, speaker);
    const origin = VoiceSampleOrigin.CONFIRMED;
    const sample = await sampleOfSpeaker(tx, speaker, profileId, { origin, addedBy: viewer.name });
    if (sample) samples.push(...(await withoutOtherSamplesOf(tx, speaker, profileId)), sample);
    const speakers = [{ speakerId: speaker.id, before: linkOf(speaker), after: to }];
    const rejections = await liftedRejections(tx, speaker, profileId);
    const said = decisionOf(profileId, viewer.name);
    const decisions = await decisionChanges(tx, workspaceId, [speaker.id], said);
    const { SPEAKER_CONFIRMED, SPEAKER_IDENTIFIED } = CorrectionKind;
    const kind = speaker.profileId === profileId ? SPEAKER_CONFIRMED : SPEAKER_IDENTIFIED;
    const made = await linkSpeaker(tx, locked, to, { kind, author: viewer.name });
    return { changes: { ...NO_CHANGES, samples, speakers, rejections, decisions }, made };
  }
}

/** @throws ExpectedError also when somebody was faster: nothing is left of what was begun then */
async function lockSeen(
  tx: EntityManager,
  workspaceId: string,
  { speakerId, expectedVersion }: SeenSpeaker,
): Promise<LockedSpeaker> {
  const locked = await lockSpeaker(tx, workspaceId, speakerId);
  await checkSpeaker(tx, locked.speaker, expectedVersion);
  return locked;
}
