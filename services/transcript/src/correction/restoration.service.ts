import { isId, type Context } from '@colloquy/subgraph';
import { segmentSuperseded } from '../segment/segment.errors.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import { restoration } from '../version/transcript-version.service.ts';
import { inverse } from './change-set.ts';
import { correctionNotFound, correctionOverlaid } from './correction.errors.ts';
import { Correction, CorrectionKind } from './correction.entity.ts';
import type { Corrector } from './corrector.ts';
import { isStillSo } from './is-still-so.ts';

/** The ways back: one correction, or a whole version. */
export class RestorationService {
  constructor(private readonly corrector: Pick<Corrector, 'recording' | 'run'>) {}

  /** Brings a transcript back to one of its versions. */
  restore(recordingId: string, version: number, context: Context): Promise<Correction | null> {
    return this.corrector.recording(recordingId, context, async (tx, transcript) => {
      const changes = await restoration(tx, transcript, version);
      const same = changes.segments.length === 0 && changes.speakers.length === 0;
      return same ? null : { kind: CorrectionKind.RESTORED, changes };
    });
  }

  /** Takes a correction back, unless what it changed has been changed again. Undoing an undoing brings it again. */
  undo(correctionId: string, context: Context): Promise<Correction | null> {
    const { workspaceId } = context;
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
