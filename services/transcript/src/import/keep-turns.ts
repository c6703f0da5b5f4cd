import type { EntityManager } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ResultTurn } from './result-document.ts';

/** Keeps who was heard when, overlaps included, which segments no longer tell. */
export async function keepTurns(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  turns: readonly ResultTurn[],
): Promise<void> {
  await tx.query(
    'insert into transcript.heard_turns (transcript_id, workspace_id, turns) values ($1, $2, $3)',
    [id, workspaceId, JSON.stringify(turns.map(({ speaker, startMs, endMs }) => [speaker, startMs, endMs]))],
  );
}
