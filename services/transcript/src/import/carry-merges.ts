import type { EntityManager } from 'typeorm';
import type { SegmentChange, SpeakerChange } from '../correction/change-set.ts';
import { Correction, CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection, type WrittenCorrection } from '../correction/correction-writer.ts';
import { givenTo } from '../correction/segment-change.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { SpeakerLink } from '../speaker-profile/profile-change-set.ts';
import { decideByCorrection } from '../speaker-profile/speaker-decision.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';

/** Two speakers of a transcript who are one. */
export interface Merge {
  speakerId: string;
  intoId: string;
  author: string;
  /** Who the second is only because the first is. */
  gives?: SpeakerLink;
}

/**
 * Makes speakers one again, in a transcript that has just become current, whom people had made one in the transcript
 * before: a correction of each person for everybody with whom they joined others, to be taken back like any other.
 */
export async function carryMerges(
  tx: EntityManager,
  next: Transcript,
  merges: readonly Merge[],
): Promise<WrittenCorrection[]> {
  const written: WrittenCorrection[] = [];
  for (const [author, theirs] of Map.groupBy(merges, (merge) => merge.author))
    for (const [intoId, joined] of Map.groupBy(theirs, (merge) => merge.intoId))
      written.push(await mergeAgain(tx, next, { author, intoId, joined }));
  return written;
}

async function mergeAgain(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  { author, intoId, joined }: { author: string; intoId: string; joined: readonly Merge[] },
): Promise<WrittenCorrection> {
  const segments: SegmentChange[] = [];
  const speakers: SpeakerChange[] = [];
  for (const { speakerId } of joined) {
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
  const given = joined.find(({ gives }) => gives)?.gives;
  if (given) speakers.push(await personChange(tx, { id: intoId, workspaceId }, given));
  const transcript = await tx.findOneByOrFail(Transcript, { id, workspaceId });
  const title = { kind: CorrectionKind.SPEAKERS_MERGED, author };
  const written = await writeCorrection(tx, transcript, { segments, speakers }, title);
  await decideByCorrection(tx, workspaceId, speakers, { author, kind: title.kind });
  return written;
}

async function personChange(
  tx: EntityManager,
  { id: speakerId, workspaceId }: Pick<Speaker, 'id' | 'workspaceId'>,
  { profileId, name }: SpeakerLink,
): Promise<SpeakerChange> {
  const now = await tx.findOneByOrFail(Speaker, { id: speakerId, workspaceId });
  return {
    speakerId,
    before: { name: now.name, ...(profileId && { profileId: now.profileId }) },
    after: { name, ...(profileId && { profileId }) },
  };
}

/** What corrections of a transcript did to its speakers, the earliest first. */
export function speakerCorrections(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
): Promise<Pick<Correction, 'kind' | 'author' | 'speakers'>[]> {
  return tx.find(Correction, {
    select: { id: true, kind: true, author: true, speakers: true },
    where: { transcriptId, workspaceId },
    order: { version: 'ASC' },
  });
}

/**
 * Who made speakers of a transcript one with others.
 * @param corrections the earliest first
 * @returns author by the id of the speaker who is not among the transcript's any more
 */
export function mergeAuthors(
  corrections: readonly Pick<Correction, 'author' | 'speakers'>[],
): ReadonlyMap<string, string> {
  return new Map(
    corrections.flatMap(({ author, speakers }) =>
      speakers.filter(({ after }) => after.absent).map(({ speakerId }) => [speakerId, author] as const),
    ),
  );
}
