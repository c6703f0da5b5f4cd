import type { EntityManager } from 'typeorm';
import type { SpeakerChange } from '../correction/change-set.ts';
import { IdentificationOutcome, SpeakerIdentification } from './speaker-identification.entity.ts';

/** Keeps a person's word on who a speaker is: nothing that is found later changes it. */
export async function decide(
  tx: EntityManager,
  speaker: { id: string; workspaceId: string; recordingId: string },
  profileId: string | null,
  decidedBy: string,
): Promise<void> {
  const { id: speakerId, workspaceId, recordingId } = speaker;
  await tx.upsert(
    SpeakerIdentification,
    {
      speakerId,
      workspaceId,
      recordingId,
      outcome: profileId ? IdentificationOutcome.SURE : IdentificationOutcome.UNKNOWN,
      profileId,
      confidence: 1,
      similarity: null,
      model: null,
      alternatives: [],
      decidedBy,
      decidedAt: new Date(),
    },
    ['speakerId'],
  );
}

/** The same where a correction said so, or took it back. */
export async function decideByCorrection(
  tx: EntityManager,
  { workspaceId, recordingId }: { workspaceId: string; recordingId: string },
  changes: readonly SpeakerChange[],
  author: string,
): Promise<void> {
  for (const { speakerId, after } of changes) {
    if (after.profileId === undefined) continue;
    const [now]: { profileId: string | null }[] = await tx.query(
      'select profile_id as "profileId" from transcript.speaker where id = $1 and workspace_id = $2',
      [speakerId, workspaceId],
    );
    await decide(tx, { id: speakerId, workspaceId, recordingId }, now?.profileId ?? null, author);
  }
}
