import type { EntityManager } from 'typeorm';
import type { SegmentChange, SpeakerChange } from '../correction/change-set.ts';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection, type WrittenCorrection } from '../correction/correction-writer.ts';
import { givenTo } from '../correction/segment-change.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';

/** Two speakers of a transcript who are one. */
export interface Merge {
  speakerId: string;
  intoId: string;
  author: string;
}

/**
 * Makes speakers one again, in a transcript that has just become current, whom people had made one in the transcript
 * before: a correction of its own, to be taken back like any other.
 * @returns null when there are none such
 */
export async function carryMerges(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  merges: readonly Merge[],
): Promise<WrittenCorrection | null> {
  const [first] = merges;
  if (!first) return null;
  const segments: SegmentChange[] = [];
  const speakers: SpeakerChange[] = [];
  for (const { speakerId, intoId } of merges) {
    const said = await tx.find(Segment, {
      select: { id: true, speakerId: true, editedAt: true, editedBy: true },
      where: { transcriptId: id, workspaceId, speakerId },
    });
    segments.push(...said.map((segment) => givenTo(segment, intoId)));
    speakers.push({
      speakerId,
      before: { absent: false, joinedInto: null },
      after: { absent: true, joinedInto: intoId },
    });
  }
  const transcript = await tx.findOneByOrFail(Transcript, { id, workspaceId });
  const title = { kind: CorrectionKind.SPEAKERS_MERGED, author: first.author };
  return writeCorrection(tx, transcript, { segments, speakers }, title);
}
