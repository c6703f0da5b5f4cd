import { In, type EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection, type WrittenCorrection } from '../correction/correction-writer.ts';
import { stateOf } from '../correction/segment-state.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';

/** Segments of transcript $2 in the place of those that were removed from $1 and not brought back, and who did that. */
const REMOVED = `
  select later.id, max(c.author) as author
    from transcript.correction c
    cross join lateral jsonb_array_elements(c.segments) change
    join transcript.segment later
      on later.transcript_id = $2 and later.workspace_id = $4
     and abs(later.start_ms - (change->'before'->>'startMs')::int) <= $3
     and abs(later.end_ms - (change->'before'->>'endMs')::int) <= $3
   where c.transcript_id = $1 and c.workspace_id = $4 and c.kind = '${CorrectionKind.SEGMENTS_REMOVED}'
     and not exists (select 1 from transcript.segment s where s.id = (change->>'segmentId')::uuid)
   group by later.id`;

/**
 * Removes again, from a transcript that has just become current, what people removed from the one before: a correction
 * of its own, to be taken back like any other.
 * @returns null when there was nothing to remove
 */
export async function carryRemovals(
  tx: EntityManager,
  earlier: Transcript,
  { id, workspaceId }: Transcript,
): Promise<WrittenCorrection | null> {
  const removed: { id: string; author: string }[] = await tx.query(REMOVED, [
    earlier.id,
    id,
    SAME_PLACE_MS,
    workspaceId,
  ]);
  const [first] = removed;
  if (!first) return null;
  const transcript = await tx.findOneByOrFail(Transcript, { id, workspaceId });
  const segments = await tx.findBy(Segment, { id: In(removed.map((one) => one.id)), workspaceId });
  const changes = segments.map((segment) => ({
    segmentId: segment.id,
    before: stateOf(segment),
    after: null,
  }));
  return writeCorrection(
    tx,
    transcript,
    { segments: changes, speakers: [] },
    { kind: CorrectionKind.SEGMENTS_REMOVED, author: first.author },
  );
}
