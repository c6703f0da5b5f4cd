import { newId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { nameColumns, Speaker } from './speaker.entity.ts';

/** A speaker whom no engine heard, behind all others of the transcript; who says nothing yet. @returns the id */
export async function insertSpeaker(
  tx: EntityManager,
  of: Pick<Speaker, 'transcriptId' | 'recordingId' | 'workspaceId'>,
  { name, profileId, absent }: Pick<Speaker, 'name' | 'profileId' | 'absent'>,
): Promise<string> {
  const [{ position }]: [{ position: number }] = await tx.query(
    'select coalesce(max(position) + 1, 0) as position from transcript.speaker where transcript_id = $1 and workspace_id = $2',
    [of.transcriptId, of.workspaceId],
  );
  const id = newId();
  await tx.insert(Speaker, {
    id,
    ...of,
    position,
    label: `SPEAKER_${String(position).padStart(2, '0')}`,
    ...nameColumns(name, position),
    nameCarried: false,
    profileId,
    talkTimeMs: 0,
    share: 0,
    segmentCount: 0,
    suggestedRole: null,
    absent,
  });
  return id;
}
