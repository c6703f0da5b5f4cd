import type { EntityManager } from 'typeorm';
import type { Segment } from '../segment/segment.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { segmentsNotAdjacent } from './correction.errors.ts';

/** A place between a segment and the one that follows it. Multiplied, not divided: `numeric` keeps every digit then. */
export async function placeAfter(
  tx: EntityManager,
  { transcriptId, workspaceId, place }: Segment,
): Promise<string> {
  const [row]: { place: string }[] = await tx.query(
    `select ($3::numeric + coalesce(min(place), $3::numeric + 2)) * 0.5 as place from transcript.segment
      where transcript_id = $1 and workspace_id = $2 and place > $3::numeric`,
    [transcriptId, workspaceId, place],
  );
  if (!row) throw new Error('an aggregate gives one row');
  return row.place;
}

/** @throws ExpectedError when there is another segment between the first and the last */
export async function checkAdjacent(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  segments: readonly Segment[],
): Promise<void> {
  const [row]: { between: number }[] = await tx.query(
    `select count(*)::int as between from transcript.segment
      where transcript_id = $1 and workspace_id = $2 and place between $3::numeric and $4::numeric`,
    [id, workspaceId, segments[0]?.place, segments.at(-1)?.place],
  );
  if (row?.between !== segments.length) throw segmentsNotAdjacent();
}
