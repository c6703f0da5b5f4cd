import { newId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { nameColumns, Speaker } from './speaker.entity.ts';

/** A speaker whom no engine heard, behind all others of the transcript; who says nothing yet. @returns the id */
export async function insertSpeaker(
  tx: EntityManager,
  of: Pick<Speaker, 'transcriptId' | 'recordingId' | 'workspaceId'>,
  { name, profileId, absent }: Pick<Speaker, 'name' | 'profileId' | 'absent'>,
): Promise<string> {
  const others: { position: number; label: string }[] = await tx.query(
    'select position, label from transcript.speaker where transcript_id = $1 and workspace_id = $2',
    [of.transcriptId, of.workspaceId],
  );
  const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
  const id = newId();
  await tx.insert(Speaker, {
    id,
    ...of,
    position,
    label: freeLabel(position, new Set(others.map(({ label }) => label))),
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

/** An engine may have left numbers out. */
function freeLabel(number: number, taken: ReadonlySet<string>): string {
  const label = `SPEAKER_${String(number).padStart(2, '0')}`;
  return taken.has(label) ? freeLabel(number + 1, taken) : label;
}
