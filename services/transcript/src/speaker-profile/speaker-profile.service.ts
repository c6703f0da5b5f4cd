import { inTransaction, isId, newId, type Context, type JobQueue } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptChangedPayload } from '../transcript/transcript-events.ts';
import { identifySpeakers } from './identification.definitions.ts';
import { followSpeakers } from './follow-speakers.ts';
import type { ProfileChangeRunner } from './profile-change.runner.ts';
import { profileNameFrom } from './profile-name.ts';
import { forgetProfiles } from './forget-profiles.ts';
import { inverseOf, NO_CHANGES, type ProfileChangeSet } from './profile-change-set.ts';
import { isProfileChangeStillSo } from './is-profile-change-still-so.ts';
import { writeProfileChange } from './profile-change.writer.ts';
import { lockProfiles, lockProfilesIfOn, profileOf } from './profile-lock.ts';
import { linkOf, linkSpeakers, lockSpeaker, type LockedSpeaker } from './speaker-links.ts';
import { SpeakerProfileChange, SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { decide } from './speaker-decision.ts';
import { SpeakerIdentification } from './speaker-identification.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { nobodyIdentified, profileChangeNotFound, profileChangeOverlaid } from './speaker-profile.errors.ts';
import { sampleOfSpeaker, withoutSamplesOf } from './voice-samples.ts';
import { VoiceSampleOrigin } from './voice-sample.entity.ts';

/** Who asks, in which workspace. */
type Asking = Pick<Context, 'workspaceId' | 'viewer'>;
type Told = TranscriptChangedPayload | null;

const { CREATED, ASSIGNED, UNASSIGNED, REJECTED, IDENTIFIED, UNDONE } = SpeakerProfileChangeKind;
/** Changes of one speaker, which the transcript shows at once. */
const AT_ONCE: ReadonlySet<SpeakerProfileChangeKind> = new Set([
  CREATED,
  ASSIGNED,
  UNASSIGNED,
  REJECTED,
  IDENTIFIED,
]);

/** Every change that people make to speaker profiles. Each is kept in the audit trail and can be undone. */
export class SpeakerProfileService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: Pick<ProfileChangeRunner, 'run'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** A profile of a name, resting on a speaker's voice where one is named. @returns its id */
  async create(given: string, speakerId: string | null | undefined, context: Context): Promise<string> {
    const name = profileNameFrom(given);
    const { workspaceId } = context;
    const profileId = newId();
    const after = { name, createdAt: new Date().toISOString() };
    await this.runner.run(context, async (tx) => {
      const locked = speakerId ? await lockSpeaker(tx, workspaceId, speakerId) : null;
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
      const { changes, told } = await this.confirm(tx, locked, { id: profileId, name }, context);
      return { ...made, changes: { ...changes, profiles }, told };
    });
    return profileId;
  }

  /** A person says that a speaker is this one. */
  assign(speakerId: string, profileId: string, context: Asking): Promise<void> {
    const { workspaceId } = context;
    return this.runner.run(context, async (tx) => {
      const locked = await lockSpeaker(tx, workspaceId, speakerId);
      await lockProfiles(tx, workspaceId);
      const profile = await profileOf(tx, workspaceId, profileId);
      const { changes, told } = await this.confirm(tx, locked, profile, context);
      return { kind: ASSIGNED, profileId, changes, told };
    });
  }

  /** A person says that a speaker is nobody in particular. */
  unassign(speakerId: string, context: Context): Promise<void> {
    const { workspaceId, viewer } = context;
    return this.runner.run(context, async (tx) => {
      const { transcript, speaker } = await lockSpeaker(tx, workspaceId, speakerId);
      await lockProfiles(tx, workspaceId);
      const { profileId } = speaker;
      if (!profileId) return null;
      const to = { profileId: null, name: null };
      const samples = await withoutSamplesOf(tx, speaker);
      const speakers = [{ speakerId, before: linkOf(speaker), after: to }];
      const told = await linkSpeakers(tx, transcript, [{ speaker, to }], viewer.name);
      await decide(tx, speaker, null, viewer.name);
      const changes = { ...NO_CHANGES, samples, speakers };
      return { kind: UNASSIGNED, profileId, changes, told };
    });
  }

  /** A person says that a speaker is not who they are taken for: that pair is never offered again. */
  reject(speakerId: string, context: Context): Promise<void> {
    const { workspaceId, viewer } = context;
    return this.runner.run(context, async (tx) => {
      const { transcript, speaker } = await lockSpeaker(tx, workspaceId, speakerId);
      await lockProfiles(tx, workspaceId);
      const offered = await tx.findOneBy(SpeakerIdentification, { speakerId, workspaceId });
      const profileId = speaker.profileId ?? offered?.profileId;
      if (!profileId) throw nobodyIdentified();
      const rejections = [{ speakerId, profileId, before: false, after: true }];
      const kind = REJECTED;
      await tx.delete(SpeakerIdentification, { speakerId, workspaceId });
      await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId: speaker.recordingId });
      if (!speaker.profileId) return { kind, profileId, changes: { ...NO_CHANGES, rejections } };
      const to = { profileId: null, name: null };
      const samples = await withoutSamplesOf(tx, speaker);
      const speakers = [{ speakerId, before: linkOf(speaker), after: to }];
      const told = await linkSpeakers(tx, transcript, [{ speaker, to }], viewer.name);
      return { kind, profileId, changes: { ...NO_CHANGES, samples, speakers, rejections }, told };
    });
  }

  /** Gives a person another name, in every recording. */
  rename(profileId: string, given: string, context: Context): Promise<void> {
    const name = profileNameFrom(given);
    const { workspaceId } = context;
    return this.runner.run(context, async (tx) => {
      await lockProfiles(tx, workspaceId);
      const profile = await profileOf(tx, workspaceId, profileId);
      if (profile.name === name) return null;
      const createdAt = profile.createdAt.toISOString();
      const before = { name: profile.name, createdAt };
      const profiles = [{ profileId, before, after: { name, createdAt } }];
      const changes = { ...NO_CHANGES, profiles };
      return { kind: SpeakerProfileChangeKind.RENAMED, profileId, changes };
    });
  }

  /** Deletes a profile and every vector of it, for good; also while profiles are off. */
  async remove(profileId: string, { workspaceId, viewer }: Context): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await lockProfilesIfOn(tx, workspaceId);
      await profileOf(tx, workspaceId, profileId);
      await forgetProfiles(tx, workspaceId, [profileId]);
      const kind = SpeakerProfileChangeKind.DELETED;
      await writeProfileChange(tx, { workspaceId, profileId, kind, author: viewer.name }, NO_CHANGES);
    });
  }

  /**
   * Takes a change back, unless what it touched has been changed again. Where a recording was processed again since,
   * that goes for whoever speaks there instead.
   * @returns its profile's id, and recordings in which nobody could be told to be them, which stay as they are
   */
  async undo(changeId: string, context: Context): Promise<{ profileId: string; lostIn: string[] }> {
    const { workspaceId, viewer } = context;
    let undone = { profileId: '', lostIn: [] as string[] };
    await this.runner.run(context, async (tx) => {
      const known = isId(changeId)
        ? await tx.findOneBy(SpeakerProfileChange, { id: changeId, workspaceId })
        : null;
      if (!known) throw profileChangeNotFound(changeId);
      const followed = await followSpeakers(tx, workspaceId, known.changes);
      const only = AT_ONCE.has(known.kind) ? followed.changes.speakers.at(-1) : undefined;
      const locked = only ? await lockSpeaker(tx, workspaceId, only.speakerId) : null;
      await lockProfiles(tx, workspaceId);
      const { profileId } = known;
      if (!profileId || !(await isProfileChangeStillSo(tx, workspaceId, followed.changes)))
        throw profileChangeOverlaid();
      undone = { profileId, lostIn: followed.lostIn };
      const changes = inverseOf(followed.changes);
      const undecided = changes.speakers.map(({ speakerId }) => speakerId);
      await tx.delete(SpeakerIdentification, { speakerId: In(undecided), workspaceId });
      const told =
        locked && only
          ? await linkSpeakers(
              tx,
              locked.transcript,
              [{ speaker: locked.speaker, to: only.before }],
              viewer.name,
            )
          : null;
      for (const { speakerId } of changes.rejections) await this.lookAgain(tx, workspaceId, speakerId);
      // What was found by the voice and taken back is not found again.
      if (locked && known.kind === IDENTIFIED) await decide(tx, locked.speaker, null, viewer.name);
      return { kind: UNDONE, profileId, changes, reverts: known.id, told };
    });
    return undone;
  }

  private async lookAgain(tx: EntityManager, workspaceId: string, speakerId: string): Promise<void> {
    const speaker = await tx.findOneBy(Speaker, { id: speakerId, workspaceId });
    if (!speaker) return;
    const { recordingId } = speaker;
    await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
  }

  private async confirm(
    tx: EntityManager,
    { transcript, speaker }: LockedSpeaker,
    { id: profileId, name }: Pick<SpeakerProfile, 'id' | 'name'>,
    { viewer }: Asking,
  ): Promise<{ changes: ProfileChangeSet; told: Told }> {
    const to = { profileId, name };
    const samples = await withoutSamplesOf(tx, speaker);
    const origin = VoiceSampleOrigin.CONFIRMED;
    const sample = await sampleOfSpeaker(tx, speaker, profileId, { origin, addedBy: viewer.name });
    if (sample) samples.push(sample);
    const speakers = [{ speakerId: speaker.id, before: linkOf(speaker), after: to }];
    const told = await linkSpeakers(tx, transcript, [{ speaker, to }], viewer.name);
    await decide(tx, speaker, profileId, viewer.name);
    return { changes: { ...NO_CHANGES, samples, speakers }, told };
  }
}
