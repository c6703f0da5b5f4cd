import { isDeepStrictEqual } from 'node:util';
import { In, Not, type EntityManager } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChangeSet, SegmentState, SpeakerState } from './change-set.ts';
import { stateOf } from './segment-state.ts';

/**
 * Whether everything a correction changed is still as it left it, nothing stands where what it took away stood, and
 * everybody with whom it had parted somebody is there.
 */
export async function isStillSo(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  { segments, speakers }: ChangeSet,
): Promise<boolean> {
  const ids = segments.map(({ segmentId }) => segmentId);
  const rows = await tx.findBy(Segment, { id: In(ids), transcriptId, workspaceId });
  const found = new Map(rows.map((row) => [row.id, row]));
  const known = await tx.findBy(Speaker, {
    id: In(speakers.map(({ speakerId }) => speakerId)),
    transcriptId,
    workspaceId,
  });
  const speakersAsTheyAre = new Map(known.map((speaker) => [speaker.id, speaker]));
  const vacated = segments.flatMap(({ before, after }) => (after === null && before?.place) || []);
  const taken = await tx.existsBy(Segment, {
    place: In(vacated),
    id: Not(In(ids)),
    transcriptId,
    workspaceId,
  });
  const joinedBefore = speakers.flatMap(({ before }) => before.joinedInto ?? []);
  const isAlone = await tx.existsBy(Speaker, {
    id: In(joinedBefore),
    transcriptId,
    workspaceId,
    absent: true,
  });
  return (
    !taken &&
    !isAlone &&
    segments.every(({ segmentId, after }) => {
      const row = found.get(segmentId);
      return after === null || !row ? after === null && !row : holds(row, after);
    }) &&
    speakers.every(({ speakerId, after }) => {
      const speaker = speakersAsTheyAre.get(speakerId);
      return Object.entries(after).every(
        ([field, value]) => speaker?.[field as keyof SpeakerState] === value,
      );
    })
  );
}

function holds(row: Segment, after: Partial<SegmentState>): boolean {
  const now = stateOf(row);
  return Object.entries(after).every(([field, value]) =>
    isDeepStrictEqual(now[field as keyof SegmentState], value),
  );
}
