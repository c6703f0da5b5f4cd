import type { EntityManager } from 'typeorm';
import { Transcript } from './transcript.entity.ts';

/**
 * Locks a transcript whose recording may be shown until the transaction ends, so that its changes come one after another.
 * @returns null when it, or its recording, is gone.
 */
export async function lockTranscript(
  tx: EntityManager,
  workspaceId: string,
  id: string,
): Promise<Transcript | null> {
  const transcript = await tx.findOne(Transcript, {
    where: { id, workspaceId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!transcript) return null;
  const shown: unknown[] = await tx.query(
    'select 1 from transcript.recording_ref where recording_id = $1 and workspace_id = $2 and not hidden',
    [transcript.recordingId, workspaceId],
  );
  return shown.length > 0 ? transcript : null;
}

/** Gives a locked transcript its next version. @param added negative when there are fewer now */
export async function nextVersion(
  tx: EntityManager,
  { id, workspaceId, version, wordCount, segmentCount }: Transcript,
  added = { words: 0, segments: 0 },
): Promise<number> {
  await tx.update(
    Transcript,
    { id, workspaceId },
    {
      version: version + 1,
      wordCount: wordCount + added.words,
      segmentCount: segmentCount + added.segments,
      updatedAt: new Date(),
    },
  );
  return version + 1;
}
