import { isId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import {
  writeCorrection,
  type CorrectionTitle,
  type WrittenCorrection,
} from '../correction/correction-writer.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { speakerNotFound } from '../speaker/speaker.errors.ts';
import { segmentSuperseded } from '../segment/segment.errors.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import type { SpeakerLink } from './profile-change-set.ts';

/** Who stands in histories for what is found by the voice. */
export const BY_VOICE = 'Colloquy';

export interface LockedSpeaker {
  transcript: Transcript;
  speaker: Speaker;
}

/** @throws ExpectedError when there is no such speaker, or their transcript has been replaced */
export async function lockSpeaker(
  tx: EntityManager,
  workspaceId: string,
  id: string,
): Promise<LockedSpeaker> {
  const where = { id, workspaceId, absent: false };
  const known = isId(id) ? await tx.findOneBy(Speaker, where) : null;
  const transcript = known && (await lockTranscript(tx, workspaceId, known.transcriptId));
  const speaker = transcript && (await tx.findOneBy(Speaker, where));
  if (!speaker || !transcript) throw speakerNotFound(id);
  if (!transcript.isCurrent) throw segmentSuperseded();
  return { transcript, speaker };
}

export const linkOf = ({ profileId, name }: Speaker): SpeakerLink => ({ profileId, name });

/**
 * Says in a locked transcript which person a speaker is, or is not, as a correction that can be taken back there too:
 * also where that changes nothing to be seen.
 */
export async function linkSpeaker(
  tx: EntityManager,
  { transcript, speaker }: LockedSpeaker,
  to: SpeakerLink,
  title: CorrectionTitle,
): Promise<WrittenCorrection> {
  const speakers = [{ speakerId: speaker.id, before: linkOf(speaker), after: to }];
  const written = await writeCorrection(tx, transcript, { segments: [], speakers }, title);
  transcript.version = written.correction.version;
  return written;
}
