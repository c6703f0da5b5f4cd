import { isId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { MAX_SCOPE, tooManyRecordings, unknownRecording } from './retrieval.errors.ts';

/**
 * The recordings somebody wants to ask, each once; none means all.
 * @throws ExpectedError `RECORDING_NOT_FOUND`, `SCOPE_TOO_LARGE`
 */
export async function checkRecordings(
  tx: EntityManager,
  workspaceId: string,
  given: readonly string[],
): Promise<string[]> {
  const ids = Array.from(new Set(given));
  if (ids.length === 0) return [];
  if (ids.length > MAX_SCOPE) throw tooManyRecordings();
  if (!ids.every(isId)) throw unknownRecording();
  const [row]: { known: number }[] = await tx.query(
    `select count(*)::int as known from chat.recording_ref
      where workspace_id = $1 and recording_id = any($2::uuid[]) and not hidden and not purged`,
    [workspaceId, ids],
  );
  if (row?.known !== ids.length) throw unknownRecording();
  return ids;
}
