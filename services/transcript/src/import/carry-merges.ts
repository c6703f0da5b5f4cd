import type { EntityManager } from 'typeorm';
import type { SegmentChange, SpeakerChange } from '../correction/change-set.ts';
import { Correction, CorrectionKind } from '../correction/correction.entity.ts';
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
 * before: a correction of each of them, to be taken back like any other.
 */
export async function carryMerges(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  merges: readonly Merge[],
): Promise<WrittenCorrection[]> {
  const written: WrittenCorrection[] = [];
  for (const [author, theirs] of Map.groupBy(merges, (merge) => merge.author)) {
    const segments: SegmentChange[] = [];
    const speakers: SpeakerChange[] = [];
    for (const { speakerId, intoId } of theirs) {
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
    const title = { kind: CorrectionKind.SPEAKERS_MERGED, author };
    written.push(await writeCorrection(tx, transcript, { segments, speakers }, title));
  }
  return written;
}

/**
 * Who made speakers of a transcript one with others.
 * @returns author by the id of the speaker who is not among the transcript's any more
 */
export async function mergeAuthors(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
): Promise<ReadonlyMap<string, string>> {
  const corrections = await tx.find(Correction, {
    select: { id: true, author: true, speakers: true },
    where: { transcriptId, workspaceId },
    order: { version: 'ASC' },
  });
  return new Map(
    corrections.flatMap(({ author, speakers }) =>
      speakers.filter(({ after }) => after.absent).map(({ speakerId }) => [speakerId, author] as const),
    ),
  );
}
