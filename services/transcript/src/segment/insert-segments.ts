import type { EntityManager } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { StoredWord } from './word.ts';

/** What is left out is null. */
export interface NewSegment {
  id: string;
  speakerId?: string | undefined;
  /** Between those of its neighbours. */
  place?: string | number | undefined;
  startMs?: number | undefined;
  endMs?: number | undefined;
  text?: string | undefined;
  words?: readonly StoredWord[] | undefined;
  searchText?: string | undefined;
  editedAt?: string | null | undefined;
  editedBy?: string | null | undefined;
}

const INSERT = `
  insert into transcript.segment (id, workspace_id, transcript_id, recording_id, speaker_id, place, start_ms, end_ms,
                                  text, words, search_text, version, edited_at, edited_by, search_config)
  select id, $1, $2, $3, "speakerId", place, "startMs", "endMs", text, words, "searchText", $6, "editedAt", "editedBy", $4
    from jsonb_to_recordset($5::jsonb) as added (id uuid, "speakerId" uuid, place numeric, "startMs" int, "endMs" int,
                                               text text, words jsonb, "searchText" text, "editedAt" timestamptz,
                                               "editedBy" text)`;

/** Writes segments of one transcript by one statement and one parameter. */
export async function insertSegments(
  tx: Pick<EntityManager, 'query'>,
  {
    id,
    workspaceId,
    recordingId,
    searchConfig,
  }: Pick<Transcript, 'id' | 'workspaceId' | 'recordingId' | 'searchConfig'>,
  segments: readonly NewSegment[],
  { version = 1, skipsKnown = false }: { version?: number; skipsKnown?: boolean } = {},
): Promise<void> {
  const statement = skipsKnown ? `${INSERT} on conflict (transcript_id, place) do nothing` : INSERT;
  await tx.query(statement, [workspaceId, id, recordingId, searchConfig, JSON.stringify(segments), version]);
}
