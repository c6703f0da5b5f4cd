import type { EntityManager } from 'typeorm';

export interface LockedRecording {
  purged: boolean;
  /** Of the last `recording.changed` that was applied. */
  version: number;
  indexedVersion: number;
  /** Its transcript has a later version than what is indexed. */
  isBehind: boolean;
}

/** Locks the recording's row, made when no event has told of it yet; null when another workspace owns it. */
export async function lockRecording(
  tx: EntityManager,
  workspaceId: string,
  recordingId: string,
): Promise<LockedRecording | null> {
  await tx.query(
    `insert into chat.recording_ref (recording_id, workspace_id, title, created_at)
     values ($1, $2, '', now()) on conflict (recording_id) do nothing`,
    [recordingId, workspaceId],
  );
  const [row]: LockedRecording[] = await tx.query(
    `select purged, version, indexed_version as "indexedVersion", wanted_version > indexed_version as "isBehind"
       from chat.recording_ref where recording_id = $1 and workspace_id = $2 for update`,
    [recordingId, workspaceId],
  );
  return row ?? null;
}
