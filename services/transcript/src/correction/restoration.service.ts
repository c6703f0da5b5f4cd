import { isId, type Context } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { segmentSuperseded } from '../segment/segment.errors.ts';
import type { ProfileUndoService } from '../speaker-profile/profile-undo.service.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import { changesSince, readWholeVersion } from '../version/read-version.ts';
import { restorationAcross } from '../version/restore-across.ts';
import type { TranscriptVersionService } from '../version/transcript-version.service.ts';
import { inverse, type ChangeSet } from './change-set.ts';
import { correctionNotFound, correctionOverlaid } from './correction.errors.ts';
import { Correction, CorrectionKind } from './correction.entity.ts';
import type { Corrector } from './corrector.ts';
import { isStillSo } from './is-still-so.ts';

/** The ways back: one correction, or a whole version. */
export class RestorationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly corrector: Pick<Corrector, 'recording' | 'run'>,
    private readonly versions: Pick<TranscriptVersionService, 'transcriptAt'>,
    private readonly profiles: Pick<ProfileUndoService, 'undoCorrection'>,
  ) {}

  /** Brings a recording's transcript back to one of its versions, also one of before it was processed again. */
  async restore(recordingId: string, version: number, context: Context): Promise<Correction | null> {
    const owner = await this.versions.transcriptAt(recordingId, version, context);
    const changesOf = await this.wayBack(owner, version);
    return this.corrector.recording(recordingId, context, async (tx, transcript) => {
      const changes = await changesOf(tx, transcript);
      const same = changes.segments.length === 0 && changes.speakers.length === 0;
      return same ? null : { kind: CorrectionKind.RESTORED, changes };
    });
  }

  private async wayBack(
    owner: Transcript,
    version: number,
  ): Promise<(tx: EntityManager, locked: Transcript) => Promise<ChangeSet>> {
    if (owner.isCurrent)
      return async (tx, locked) => {
        if (locked.id !== owner.id) throw segmentSuperseded();
        return inverse(await changesSince(tx, locked, version));
      };
    // Nobody corrects a replaced transcript: what it said is read before anything is locked.
    const earlier = await readWholeVersion(this.dataSource.manager, owner, version);
    return (tx, locked) => restorationAcross(tx, locked, earlier);
  }

  /**
   * Takes a correction back, unless what it changed has been changed again, and with it what it changed of the profile
   * of a known person. Undoing an undoing brings it again.
   */
  async undo(correctionId: string, context: Context): Promise<Correction | null> {
    const { workspaceId } = context;
    const withProfile = await this.profiles.undoCorrection(correctionId, context);
    if (withProfile) return withProfile;
    return this.corrector.run(context, async (tx) => {
      const known = isId(correctionId)
        ? await tx.findOneBy(Correction, { id: correctionId, workspaceId })
        : null;
      const transcript = known && (await lockTranscript(tx, workspaceId, known.transcriptId));
      if (!known || !transcript) throw correctionNotFound(correctionId);
      if (!transcript.isCurrent) throw segmentSuperseded();
      const changes = inverse(known);
      if (!(await isStillSo(tx, transcript, known))) throw correctionOverlaid();
      return { transcript, plan: { kind: CorrectionKind.UNDONE, changes, reverts: known.id } };
    });
  }
}
