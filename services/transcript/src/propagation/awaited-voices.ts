import type { EntityManager } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { PropagationConsumer } from './propagation.types.ts';

type Version = Pick<Transcript, 'workspaceId' | 'recordingId' | 'version'>;

/** Notes, in the transaction that made it, that the voices of profiles have yet to follow a version. */
export async function awaitVoices(
  tx: EntityManager,
  { workspaceId, recordingId, version }: Version,
): Promise<void> {
  await tx.query(
    `insert into transcript.propagation (recording_id, consumer, workspace_id, version, awaited, applied_at)
     values ($1, $3, $2, $4::int - 1, $4, now())
     on conflict (recording_id, consumer) do update set awaited = excluded.awaited`,
    [recordingId, workspaceId, PropagationConsumer.VOICES, version],
  );
}

/** Notes that they follow it now. */
export async function voicesApplied(
  tx: EntityManager,
  { workspaceId, recordingId, version }: Version,
): Promise<void> {
  await tx.query(
    `update transcript.propagation set version = $4, applied_at = now()
      where recording_id = $1 and workspace_id = $2 and consumer = $3 and version < $4`,
    [recordingId, workspaceId, PropagationConsumer.VOICES, version],
  );
}

/** The recordings whose corrections the voices have yet to follow. */
export async function awaitedRecordings(tx: EntityManager, workspaceId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select recording_id as id from transcript.propagation
      where workspace_id = $1 and consumer = $2 and version < awaited`,
    [workspaceId, PropagationConsumer.VOICES],
  );
  return rows.map(({ id }) => id);
}
