import type { EntityManager } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { SpokenStretch } from './match-speakers.ts';
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

/** Who was heard when; nothing of transcripts from before turns were kept. */
export function keptTurns(
  tx: EntityManager,
  { id, workspaceId }: Pick<Transcript, 'id' | 'workspaceId'>,
): Promise<SpokenStretch[]> {
  return tx.query(
    `select (turn->>1)::int as "startMs", (turn->>2)::int as "endMs", speaker.id as "speakerId"
       from transcript.heard_turns kept cross join lateral jsonb_array_elements(turns) turn
       join transcript.speaker
         on speaker.transcript_id = $1 and speaker.workspace_id = $2 and speaker.label = turn->>0
      where kept.transcript_id = $1 and kept.workspace_id = $2`,
    [id, workspaceId],
  );
}
