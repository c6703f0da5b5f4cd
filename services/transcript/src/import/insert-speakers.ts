import { newId } from '@colloquy/subgraph';
import { toSql } from 'pgvector';
import type { EntityManager } from 'typeorm';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import { suggestRoles } from '../speaker/suggest-roles.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { Survey } from './survey-segments.ts';

/** @returns their ids by their labels */
export async function insertSpeakers(
  tx: EntityManager,
  transcript: Transcript,
  { speakers }: Survey,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const roles = suggestRoles(speakers);
  const { id: transcriptId, workspaceId, recordingId } = transcript;
  for (const [position, { label, name, embedding, talkTimeMs, share, segmentCount }] of speakers.entries()) {
    const id = newId();
    ids.set(label, id);
    const suggestedRole = roles[position] ?? null;
    const owner = { id, workspaceId, transcriptId, recordingId };
    await tx.insert(Speaker, {
      ...owner,
      position,
      label,
      ...nameColumns(name, position),
      nameCarried: false,
      profileId: null,
      talkTimeMs,
      share,
      segmentCount,
      suggestedRole,
    });
    if (!embedding) continue;
    const { model, vector, speechMs } = embedding;
    await tx.query(
      `insert into transcript.speaker_embedding (speaker_id, model, workspace_id, recording_id, dimensions, embedding, speech_ms)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, model, workspaceId, recordingId, vector.length, toSql(vector), speechMs],
    );
  }
  return ids;
}
