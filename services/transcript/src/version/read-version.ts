import { MoreThan, type EntityManager } from 'typeorm';
import { combine, fold, type ChangeSet, type SegmentState } from '../correction/change-set.ts';
import { Correction } from '../correction/correction.entity.ts';
import { stateOf } from '../correction/segment-state.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { segmentsBefore } from './segments-before.ts';
import { typedSince } from './text-saves.ts';
import { speakersBefore, type SpeakersOfVersion } from './speaker-version.ts';
import { SegmentVersion } from './transcript-version.types.ts';

/** A segment with all that a correction can change of it. */
export type WholeSegment = SegmentState & { segmentId: string };

/** What a transcript said in one of its versions, to be shown. */
export async function readVersion(
  tx: EntityManager,
  transcript: Transcript,
  version: number,
): Promise<{ segments: SegmentVersion[]; everySpeaker: SpeakersOfVersion }> {
  const speakers = await speakersOf(tx, transcript);
  const rows = await tx.find(Segment, {
    select: { id: true, speakerId: true, place: true, startMs: true, endMs: true, text: true },
    where: { transcriptId: transcript.id, workspaceId: transcript.workspaceId },
  });
  const since = combine(await correctionsSince(tx, transcript, version));
  const everySpeaker = speakersBefore(speakers, since.speakers);
  const states = segmentsBefore<Omit<SegmentVersion, 'segmentId' | 'speaker'>>(
    rows.map((row) => [row.id, row]),
    since.segments,
  );
  const segments = states.map(([segmentId, { speakerId, place, startMs, endMs, text }]) =>
    Object.assign(new SegmentVersion(), {
      segmentId,
      speakerId,
      place,
      startMs,
      endMs,
      text,
      speaker: everySpeaker.get(speakerId) ?? null,
    }),
  );
  return { segments, everySpeaker };
}

/** The same with words and who edited what, to be brought back. */
export async function readWholeVersion(
  tx: EntityManager,
  transcript: Transcript,
  version: number,
): Promise<{ transcriptId: string; segments: WholeSegment[]; everySpeaker: SpeakersOfVersion }> {
  const speakers = await speakersOf(tx, transcript);
  const rows = await tx.findBy(Segment, {
    transcriptId: transcript.id,
    workspaceId: transcript.workspaceId,
  });
  const since = combine(await correctionsSince(tx, transcript, version));
  const everySpeaker = speakersBefore(speakers, since.speakers);
  const states = segmentsBefore<SegmentState>(
    rows.map((row) => [row.id, stateOf(row)]),
    since.segments,
  );
  const segments = states.map(([segmentId, state]) => ({ ...state, segmentId }));
  return { transcriptId: transcript.id, segments, everySpeaker };
}

/** As they are now, in order of first speech, also those who are absent. */
export const speakersOf = (
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
): Promise<Speaker[]> =>
  tx.find(Speaker, { where: { transcriptId, workspaceId }, order: { position: 'ASC' } });

/** Every correction of a locked transcript after one of its versions, as one. */
export async function changesSince(
  tx: EntityManager,
  transcript: Transcript,
  version: number,
): Promise<ChangeSet> {
  return fold(await correctionsSince(tx, transcript, version));
}

/**
 * The earliest first. Read after the rows and combined, they take these to the version whatever was corrected in between:
 * what was before does not depend on when a row was read.
 */
export async function correctionsSince(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  version: number,
): Promise<Correction[]> {
  const corrections = await tx.find(Correction, {
    where: { transcriptId, workspaceId, version: MoreThan(version) },
    order: { version: 'ASC' },
  });
  return corrections.map((correction) => typedSince(correction, version));
}
