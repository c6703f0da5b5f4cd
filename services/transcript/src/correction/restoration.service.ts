import type { Context } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { segmentSuperseded } from '../segment/segment.errors.ts';
import { evidenceOfVersion } from '../speaker-profile/people-of-version.ts';
import type { ProfileUndoService } from '../speaker-profile/profile-undo.service.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { changesSince, readWholeVersion } from '../version/read-version.ts';
import { restorationAcross } from '../version/restore-across.ts';
import type { TranscriptVersionService } from '../version/transcript-version.service.ts';
import { inverse, type ChangeSet } from './change-set.ts';
import { CorrectionKind, type Correction } from './correction.entity.ts';
import type { Corrector, SeenTranscript } from './corrector.ts';

/** The ways back: one correction, or a whole version. */
export class RestorationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly corrector: Pick<Corrector, 'recording' | 'revert'>,
    private readonly versions: Pick<TranscriptVersionService, 'transcriptAt'>,
    private readonly profiles: Pick<ProfileUndoService, 'undoCorrection'>,
  ) {}

  /** Brings a recording's transcript back to one of its versions, also one of before it was processed again. */
  async restore(seen: SeenTranscript, version: number, context: Context): Promise<Correction | null> {
    const owner = await this.versions.transcriptAt(seen.recordingId, version, context);
    const changesOf = await this.wayBack(owner, version);
    return this.corrector.recording(seen, context, async (tx, transcript) => {
      const changes = await changesOf(tx, transcript);
      const evidence = await evidenceOfVersion(tx, transcript, version);
      const all = [changes.segments, changes.speakers, evidence.samples, evidence.rejections];
      return all.every(({ length }) => length === 0)
        ? null
        : { kind: CorrectionKind.RESTORED, changes, evidence };
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
    const withProfile = await this.profiles.undoCorrection(correctionId, context);
    return withProfile ?? this.corrector.revert(correctionId, context);
  }
}
