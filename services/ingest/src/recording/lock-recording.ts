import { isId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { Recording } from './recording.entity.ts';

/**
 * A recording of this workspace, locked until the transaction ends; null when there is none or it is deleted.
 * Every change of a recording or its run takes this lock first, so that they never wait for each other in a circle.
 */
export async function lockRecording(
  tx: EntityManager,
  workspaceId: string,
  id: string,
  { deleted = false } = {},
): Promise<Recording | null> {
  if (!isId(id)) return null;
  const recording = await tx.findOne(Recording, {
    where: { id, workspaceId },
    lock: { mode: 'pessimistic_write' },
  });
  return recording && (recording.deletedAt !== null) === deleted ? recording : null;
}
