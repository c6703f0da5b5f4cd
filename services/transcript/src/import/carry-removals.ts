import { In, type EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection, type WrittenCorrection } from '../correction/correction-writer.ts';
import { stateOf } from '../correction/segment-state.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';

/**
 * Whether the correction `made` of transcript $1 took away what its `change` is of: people removed it, or brought back a
 * version in which nobody says anything there.
 */
export const IS_REMOVAL = `
  not exists (select 1 from transcript.segment s where s.id = (change->>'segmentId')::uuid)
  and (made.kind = '${CorrectionKind.SEGMENTS_REMOVED}'
       or made.kind = '${CorrectionKind.RESTORED}' and change->'after' = 'null'
          and not exists (select 1 from transcript.segment s
                           where s.transcript_id = $1 and s.workspace_id = $4
                             and s.start_ms < (change->'before'->>'endMs')::int
                             and s.end_ms > (change->'before'->>'startMs')::int))`;

/** Segments of transcript $2 in the place of those that were removed from $1 and not brought back, and who did that. */
const REMOVED = `
  select later.id, max(made.author) as author
    from transcript.correction made
    cross join lateral jsonb_array_elements(made.segments) change
    join transcript.segment later
      on later.transcript_id = $2 and later.workspace_id = $4
     and abs(later.start_ms - (change->'before'->>'startMs')::int) <= $3
     and abs(later.end_ms - (change->'before'->>'endMs')::int) <= $3
   where made.transcript_id = $1 and made.workspace_id = $4 and ${IS_REMOVAL}
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
