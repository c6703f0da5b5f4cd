import { isId, type Context } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import { readSpeakerName } from '../speaker/speaker-name.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { speakerNotFound } from '../speaker/speaker.errors.ts';
import type { SpeakerChange } from './change-set.ts';
import { sameSpeaker } from './correction.errors.ts';
import { CorrectionKind, type Correction } from './correction.entity.ts';
import type { Corrector, Plan, SeenSpeaker } from './corrector.ts';
import { checkSpeaker } from './last-correction.ts';
import { givenTo } from './segment-change.ts';

/** What people change in speakers: their names, and that two are one. */
export class SpeakerCorrectionService {
  constructor(private readonly corrector: Pick<Corrector, 'speaker' | 'speakers' | 'revertAll'>) {}

  /** Gives all that one speaker says to another, whose name stays. */
  mergeSpeakers(seen: SeenSpeaker, seenInto: SeenSpeaker, context: Context): Promise<Correction | null> {
    const { speakerId } = seen;
    const { speakerId: intoSpeakerId, expectedVersion } = seenInto;
    if (speakerId === intoSpeakerId) throw sameSpeaker();
    return this.corrector.speaker(seen, context, async (tx, { id: transcriptId, workspaceId }, speaker) => {
      const into = isId(intoSpeakerId)
        ? await tx.findOneBy(Speaker, { id: intoSpeakerId, transcriptId, workspaceId, absent: false })
        : null;
      if (!into) throw speakerNotFound(intoSpeakerId);
      await checkSpeaker(tx, into, expectedVersion);
      const said = await tx.find(Segment, {
        select: { id: true, speakerId: true, editedAt: true, editedBy: true },
        where: { transcriptId, workspaceId, speakerId },
      });
      return {
        kind: CorrectionKind.SPEAKERS_MERGED,
        changes: {
          segments: said.map((segment) => givenTo(segment, into.id)),
          speakers: [
            {
              speakerId,
              before: { absent: false, joinedInto: null },
              after: { absent: true, joinedInto: into.id },
            },
            ...personOf(speaker, into),
          ],
        },
      };
    });
  }

  /** Gives a speaker a name, or takes it away. */
  renameSpeaker(
    seen: SeenSpeaker,
    given: string | null | undefined,
    context: Context,
  ): Promise<Correction | null> {
    const name = readSpeakerName(given);
    return this.corrector.speaker(seen, context, async (_tx, _transcript, speaker) =>
      renaming(speaker, name),
    );
  }

  /** Gives the same name to speakers of several recordings: to all of them or, when one cannot be, to none. */
  renameSpeakers(
    speakerIds: readonly string[],
    given: string | null,
    context: Context,
    alongWith: (tx: EntityManager) => Promise<void>,
  ): Promise<Correction[]> {
    const name = readSpeakerName(given);
    return this.corrector.speakers(speakerIds, context, (speaker) => renaming(speaker, name), alongWith);
  }

  /** Takes such names back, or gives them again: all of them or none. */
  undoRenaming(correctionIds: readonly string[], context: Context): Promise<Correction[]> {
    return this.corrector.revertAll(correctionIds, context);
  }
}

/** Called otherwise, they are not the person they were taken for. */
function renaming({ id: speakerId, name: before, profileId }: Speaker, name: string | null): Plan | null {
  if (before === name) return null;
  const change = {
    speakerId,
    before: { name: before, ...(profileId && { profileId }) },
    after: { name, ...(profileId && { profileId: null }) },
  };
  return { kind: CorrectionKind.SPEAKER_RENAMED, changes: { segments: [], speakers: [change] } };
}

/** Who stays is the known person who goes, unless they are somebody already. */
function personOf({ profileId, name }: Speaker, into: Speaker): SpeakerChange[] {
  if (!profileId || into.profileId !== null || into.name !== null) return [];
  const before = { profileId: null, name: null };
  return [{ speakerId: into.id, before, after: { profileId, name } }];
}
