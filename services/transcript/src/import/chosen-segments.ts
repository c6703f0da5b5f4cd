import type { EntityManager } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';

/** A segment with what of it people chose, as against what processing wrote. */
export interface ChosenSegment {
  id: string;
  place: string;
  speakerId: string;
  startMs: number;
  endMs: number;
  /** What it says, or where it begins and ends. */
  textChosen: boolean;
  speakerChosen: boolean;
  author: string;
}

/** All segments of a transcript, in order. */
export function chosenSegments(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
): Promise<ChosenSegment[]> {
  return tx.query(
    `select id, place, speaker_id as "speakerId", start_ms as "startMs", end_ms as "endMs",
            edited_at is not null as "textChosen", edited_at is not null as "speakerChosen",
            coalesce(edited_by, '') as author
       from transcript.segment where transcript_id = $1 and workspace_id = $2 order by place`,
    [id, workspaceId],
  );
}
