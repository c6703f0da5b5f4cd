import { isId, type Context, type JobQueue } from '@colloquy/subgraph';
import { Not, type DataSource, type EntityManager } from 'typeorm';
import { CorrectionKind, type Correction } from '../correction/correction.entity.ts';
import type { Corrector } from '../correction/corrector.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { followSpeakers } from './follow-speakers.ts';
import { identifySpeakers } from './identification.definitions.ts';
import { isProfileChangeStillSo } from './is-profile-change-still-so.ts';
import { withoutJudgedSince } from './judged-since.ts';
import type { ProfileChangeRunner } from './profile-change.runner.ts';
import { inverseOf, type ProfileChangeSet, type RejectionChange } from './profile-change-set.ts';
import { areProfilesOn, lockProfilesIfOn } from './profile-lock.ts';
import { decisionChanges } from './speaker-decision.ts';
import { linkSpeaker, lockSpeaker, type LockedSpeaker } from './speaker-links.ts';
import { SpeakerProfileChange, SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { profileChangeNotFound, profileChangeOverlaid, voiceProfilesOff } from './speaker-profile.errors.ts';

const { ASSIGNED, CORRECTED, IDENTIFIED, UNDONE } = SpeakerProfileChangeKind;

interface Undone {
  profileId: string;
  /** Recordings in which nobody could be told to be them, which stay as they are. */
  lostIn: string[];
  /** What took it back in a transcript. */
  correction: Correction | null;
}

/** Ways back in the history of profiles. What a transcript says too is taken back there as well, wherever that is asked. */
export class ProfileUndoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: Pick<ProfileChangeRunner, 'run'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly corrector: Pick<Corrector, 'revert'>,
  ) {}

  /**
   * Takes a change back, unless what it touched has been changed again by people. Where a recording was processed again since,
   * that goes for whoever speaks there instead. What a correction of a transcript did is taken back with all of it.
   */
  async undo(changeId: string, context: Context): Promise<Undone> {
    const { workspaceId } = context;
    const corrected = isId(changeId)
      ? await this.dataSource.manager.findOneBy(SpeakerProfileChange, {
          id: changeId,
          workspaceId,
          kind: CORRECTED,
        })
      : null;
    return corrected ? this.undoCorrected(corrected, context) : this.takeBack(changeId, context);
  }

  private async takeBack(
    changeId: string,
    context: Context,
    { alsoWhileOff } = { alsoWhileOff: false },
  ): Promise<Undone> {
    const { workspaceId, viewer } = context;
    let undone: Undone = { profileId: '', lostIn: [], correction: null };
    await this.runner.run(context, async (tx) => {
      const known = isId(changeId)
        ? await tx.findOneBy(SpeakerProfileChange, { id: changeId, workspaceId })
        : null;
      if (!known) throw profileChangeNotFound(changeId);
      const followed = await followSpeakers(tx, workspaceId, known.changes);
      const only = known.correctionId === null ? undefined : followed.changes.speakers.at(-1);
      const locked = only ? await lockPresent(tx, workspaceId, only.speakerId) : null;
      const isOn = await lockProfilesIfOn(tx, workspaceId);
      if (!isOn && !alsoWhileOff) throw voiceProfilesOff();
      const { profileId } = known;
      const { changes: open, judgedIn } = only
        ? { changes: followed.changes, judgedIn: [] }
        : await withoutJudgedSince(tx, known, followed.changes);
      if (!profileId || !(await isProfileChangeStillSo(tx, workspaceId, open))) throw profileChangeOverlaid();
      const back = await this.wayBack(tx, known, open);
      for (const recordingId of judgedIn)
        await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
      const changes = isOn ? back : withoutVoices(back);
      const { correctionId } = known;
      const title = {
        kind: CorrectionKind.UNDONE,
        author: viewer.name,
        ...(correctionId && { reverts: correctionId }),
      };
      const made = locked && only ? await linkSpeaker(tx, locked, only.before, title) : null;
      undone = { profileId, lostIn: followed.lostIn, correction: made?.correction ?? null };
      return { kind: UNDONE, profileId, changes, reverts: known.id, made };
    });
    return undone;
  }

  /**
   * Takes back a correction that said who somebody is, with what it changed of their profile; while profiles are off,
   * without giving a profile speech to rest on.
   * @returns null when it changed no profile, or one that was deleted
   */
  async undoCorrection(correctionId: string, context: Context): Promise<Correction | null> {
    if (!isId(correctionId)) return null;
    const { workspaceId } = context;
    const { manager } = this.dataSource;
    const known = await manager.findOneBy(SpeakerProfileChange, {
      correctionId,
      workspaceId,
      kind: Not(CORRECTED),
    });
    if (!known?.profileId) return null;
    if (known.changes.speakers.length === 0) {
      // It spoke of somebody who was deleted, too: what is left of it cannot be taken back from another.
      if (await manager.existsBy(SpeakerProfile, { id: known.profileId, workspaceId }))
        throw profileChangeOverlaid();
      return null;
    }
    return (await this.takeBack(known.id, context, { alsoWhileOff: true })).correction;
  }

  private async undoCorrected(
    { profileId, correctionId }: SpeakerProfileChange,
    context: Context,
  ): Promise<Undone> {
    if (!(await areProfilesOn(this.dataSource.manager, context.workspaceId))) throw voiceProfilesOff();
    // The recording is gone, and the correction with it.
    if (!profileId || !correctionId) throw profileChangeOverlaid();
    const correction =
      (await this.undoCorrection(correctionId, context)) ??
      (await this.corrector.revert(correctionId, context));
    return { profileId, lostIn: [], correction };
  }

  private async wayBack(
    tx: EntityManager,
    { workspaceId, kind, correctionId }: SpeakerProfileChange,
    changes: ProfileChangeSet,
  ): Promise<ProfileChangeSet> {
    const inverse = inverseOf(changes);
    // Who they were found or said to be, and are not found to be again: the speaker may still be somebody else.
    const isNaming = (kind === IDENTIFIED && correctionId !== null) || kind === ASSIGNED;
    const back = isNaming ? { ...inverse, rejections: rejectionsOf(changes) } : inverse;
    const speakerIds = back.speakers.map(({ speakerId }) => speakerId);
    await this.lookAgain(tx, workspaceId, back);
    return {
      ...back,
      decisions: back.decisions ?? (await decisionChanges(tx, workspaceId, speakerIds, null)),
    };
  }

  /** Who is in question again may be somebody else by now. */
  private async lookAgain(
    tx: EntityManager,
    workspaceId: string,
    { speakers, rejections, decisions = [] }: ProfileChangeSet,
  ): Promise<void> {
    const known = new Set(speakers.flatMap(({ speakerId, after }) => (after.profileId ? speakerId : [])));
    for (const { speakerId } of [...rejections, ...decisions]) {
      if (known.has(speakerId)) continue;
      const speaker = await tx.findOneBy(Speaker, { id: speakerId, workspaceId });
      if (!speaker) continue;
      const { recordingId } = speaker;
      await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
    }
  }
}

/** Who was asked about before is in question again, and who was them by the voice is them again. */
const rejectionsOf = ({ speakers, decisions = [] }: ProfileChangeSet): RejectionChange[] =>
  speakers.flatMap(({ speakerId, before, after: { profileId } }) => {
    const known = decisions.find((one) => one.speakerId === speakerId)?.before;
    const isAgain = before.profileId === profileId || known?.profileId === profileId;
    return profileId && !isAgain ? [{ speakerId, profileId, before: false, after: true }] : [];
  });

/** Samples are only taken away. */
const withoutVoices = (changes: ProfileChangeSet): ProfileChangeSet => ({
  ...changes,
  samples: changes.samples.filter(({ after }) => after.removed),
});

/** Who was joined with somebody since is nobody of whom something could be taken back. */
async function lockPresent(tx: EntityManager, workspaceId: string, id: string): Promise<LockedSpeaker> {
  if (await tx.existsBy(Speaker, { id, workspaceId, absent: true })) throw profileChangeOverlaid();
  return lockSpeaker(tx, workspaceId, id);
}
