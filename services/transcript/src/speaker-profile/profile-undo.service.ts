import { isId, type Context, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { CorrectionKind, type Correction } from '../correction/correction.entity.ts';
import type { WrittenCorrection } from '../correction/correction-writer.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { followSpeakers } from './follow-speakers.ts';
import { identifySpeakers } from './identification.definitions.ts';
import { isProfileChangeStillSo } from './is-profile-change-still-so.ts';
import type { ProfileChangeRunner } from './profile-change.runner.ts';
import { inverseOf, type ProfileChangeSet, type RejectionChange } from './profile-change-set.ts';
import { lockProfiles } from './profile-lock.ts';
import { decisionChanges } from './speaker-decision.ts';
import { linkSpeaker, lockSpeaker, type LockedSpeaker } from './speaker-links.ts';
import { SpeakerProfileChange, SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { profileChangeNotFound, profileChangeOverlaid } from './speaker-profile.errors.ts';

const { IDENTIFIED, UNDONE } = SpeakerProfileChangeKind;

/** Ways back in the history of profiles. What a transcript says too is taken back there as well, wherever that is asked. */
export class ProfileUndoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: Pick<ProfileChangeRunner, 'run'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /**
   * Takes a change back, unless what it touched has been changed again. Where a recording was processed again since,
   * that goes for whoever speaks there instead.
   * @returns its profile's id, recordings in which nobody could be told to be them, which stay as they are, and the
   * correction that took it back in a transcript
   */
  async undo(
    changeId: string,
    context: Context,
  ): Promise<{ profileId: string; lostIn: string[]; made: WrittenCorrection | null }> {
    const { workspaceId, viewer } = context;
    let undone = { profileId: '', lostIn: [] as string[], made: null as WrittenCorrection | null };
    await this.runner.run(context, async (tx) => {
      const known = isId(changeId)
        ? await tx.findOneBy(SpeakerProfileChange, { id: changeId, workspaceId })
        : null;
      if (!known) throw profileChangeNotFound(changeId);
      const followed = await followSpeakers(tx, workspaceId, known.changes);
      const only = known.correctionId === null ? undefined : followed.changes.speakers.at(-1);
      const locked = only ? await lockPresent(tx, workspaceId, only.speakerId) : null;
      await lockProfiles(tx, workspaceId);
      const { profileId } = known;
      if (!profileId || !(await isProfileChangeStillSo(tx, workspaceId, followed.changes)))
        throw profileChangeOverlaid();
      const changes = await this.wayBack(tx, known, followed.changes);
      const { correctionId } = known;
      const title = {
        kind: CorrectionKind.UNDONE,
        author: viewer.name,
        ...(correctionId && { reverts: correctionId }),
      };
      const made = locked && only ? await linkSpeaker(tx, locked, only.before, title) : null;
      undone = { profileId, lostIn: followed.lostIn, made };
      return { kind: UNDONE, profileId, changes, reverts: known.id, made };
    });
    return undone;
  }

  /**
   * Takes back a correction that said who somebody is, with what it changed of their profile.
   * @returns null when it changed no profile, or one that was deleted
   */
  async undoCorrection(correctionId: string, context: Context): Promise<Correction | null> {
    if (!isId(correctionId)) return null;
    const { workspaceId } = context;
    const { manager } = this.dataSource;
    const known = await manager.findOneBy(SpeakerProfileChange, { correctionId, workspaceId });
    if (!known?.profileId) return null;
    if (known.changes.speakers.length === 0) {
      // It spoke of somebody who was deleted, too: what is left of it cannot be taken back from another.
      if (await manager.existsBy(SpeakerProfile, { id: known.profileId, workspaceId }))
        throw profileChangeOverlaid();
      return null;
    }
    return (await this.undo(known.id, context)).made?.correction ?? null;
  }

  private async wayBack(
    tx: EntityManager,
    { workspaceId, kind, correctionId }: SpeakerProfileChange,
    changes: ProfileChangeSet,
  ): Promise<ProfileChangeSet> {
    const inverse = inverseOf(changes);
    // Whom the voice found, and who is not found again: the speaker may still be somebody else.
    const isFound = kind === IDENTIFIED && correctionId !== null;
    const back = isFound ? { ...inverse, rejections: rejectionsOf(changes) } : inverse;
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

const rejectionsOf = ({ speakers }: ProfileChangeSet): RejectionChange[] =>
  speakers.flatMap(({ speakerId, after: { profileId } }) =>
    profileId ? [{ speakerId, profileId, before: false, after: true }] : [],
  );

/** Who was joined with somebody since is nobody of whom something could be taken back. */
async function lockPresent(tx: EntityManager, workspaceId: string, id: string): Promise<LockedSpeaker> {
  if (await tx.existsBy(Speaker, { id, workspaceId, absent: true })) throw profileChangeOverlaid();
  return lockSpeaker(tx, workspaceId, id);
}
