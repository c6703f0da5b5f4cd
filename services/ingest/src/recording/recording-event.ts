import { recordingChanged } from '@colloquy/contracts';
import type { JobQueue } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import type { Recording } from './recording.entity.ts';

/** Tells the other services of a recording as it is now; its row is locked by the caller's transaction. */
export async function publishRecordingChanged(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'publish'>,
  recording: Recording,
): Promise<void> {
  const [[counted]]: [{ version: number }[], number] = await tx.query(
    'update ingest.recording set version = version + 1 where id = $1 returning version',
    [recording.id],
  );
  if (!counted) throw new Error(`there is no recording ${recording.id}`);
  await jobs.publish(tx, recordingChanged, {
    workspaceId: recording.workspaceId,
    recordingId: recording.id,
    version: counted.version,
    title: recording.title,
    language: recording.language,
    recordedAt: recording.recordedAt?.toISOString() ?? null,
    createdAt: recording.createdAt.toISOString(),
    durationMs: recording.durationMs,
    hidden: recording.deletedAt !== null,
  });
}
