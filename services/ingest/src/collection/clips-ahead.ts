import type { EntityManager } from 'typeorm';
import type { ProcessingRun } from '../processing/processing-run.entity.ts';

/**
 * How many recordings of the same collection are processed that were there before this one: a collection takes all
 * places that are free, and while others wait it counts as little more than one recording.
 */
export async function clipsAhead(
  tx: EntityManager,
  { recordingId, workspaceId }: Pick<ProcessingRun, 'recordingId' | 'workspaceId'>,
): Promise<number> {
  const [counted]: { ahead: number }[] = await tx.query(
    `select count(distinct earlier.recording_id)::int as ahead
       from ingest.collection_member mine
       join ingest.collection_member earlier
         on earlier.collection_id = mine.collection_id and earlier.recording_id < mine.recording_id
       join ingest.recording on recording.id = earlier.recording_id
      where mine.recording_id = $1 and mine.workspace_id = $2
        and recording.status in ('QUEUED', 'PROCESSING') and recording.deleted_at is null`,
    [recordingId, workspaceId],
  );
  return counted?.ahead ?? 0;
}
