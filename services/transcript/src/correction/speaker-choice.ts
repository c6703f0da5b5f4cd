import { isId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { readSpeakerName } from '../speaker/speaker-name.ts';
import { insertSpeaker } from '../speaker/insert-speaker.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { speakerNotFound } from '../speaker/speaker.errors.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChangeSet } from './change-set.ts';

/** Who is to speak: one of the speakers, or somebody new. */
export interface SpeakerChoice {
  speakerId?: string | null | undefined;
  /** Somebody who is not among the speakers yet; empty for one without a name. */
  newSpeakerName?: string | null | undefined;
}

export const isChoice = ({ speakerId, newSpeakerName }: SpeakerChoice): boolean =>
  Boolean(speakerId) || typeof newSpeakerName === 'string';

/** A speaker of the transcript; a new one gets a row here that is absent until the correction is written. */
export async function chosenSpeaker(
  tx: EntityManager,
  { id: transcriptId, workspaceId, recordingId }: Transcript,
  { speakerId, newSpeakerName }: SpeakerChoice,
): Promise<{ speakerId: string; speakers: ChangeSet['speakers'] }> {
  if (speakerId) {
    const known = isId(speakerId)
      ? await tx.findOneBy(Speaker, { id: speakerId, transcriptId, workspaceId, absent: false })
      : null;
    if (!known) throw speakerNotFound(speakerId);
    return { speakerId, speakers: [] };
  }
  const of = { transcriptId, recordingId, workspaceId };
  const name = readSpeakerName(newSpeakerName);
  const id = await insertSpeaker(tx, of, { name, profileId: null, absent: true });
  return { speakerId: id, speakers: [{ speakerId: id, before: { absent: true }, after: { absent: false } }] };
}
