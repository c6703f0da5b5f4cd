import { defineJob, type JobQueue } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** Works out anew who is who in the collections that have a recording. */
export const unifyRecording = defineJob(
  'transcript.unify-recording',
  z.object({ workspaceId: z.uuid(), recordingId: z.uuid() }),
);

/** Asks for it, in the transaction that keeps new voices of the speakers of a recording. */
export async function followCollections(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'enqueue'>,
  { workspaceId, recordingId }: { workspaceId: string; recordingId: string },
): Promise<void> {
  const members: unknown[] = await tx.query(
    'select 1 from transcript.collection_member where recording_id = $1 and workspace_id = $2 limit 1',
    [recordingId, workspaceId],
  );
  if (members.length > 0) await jobs.enqueue(tx, unifyRecording, { workspaceId, recordingId });
}
