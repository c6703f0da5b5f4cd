import { isId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection } from '../correction/correction-writer.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { speakerNotFound } from '../speaker/speaker.errors.ts';
import { segmentSuperseded } from '../segment/segment.errors.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptChangedPayload } from '../transcript/transcript-events.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import type { SpeakerLink } from './profile-change-set.ts';

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
 * Says in a locked transcript which persons its speakers are, as a correction that can be taken back there too.
 * @returns what is to be told of it; null when nothing differs
 */
export async function linkSpeakers(
  tx: EntityManager,
  transcript: Transcript,
  links: readonly { speaker: Speaker; to: SpeakerLink }[],
  author: string,
): Promise<TranscriptChangedPayload | null> {
  const speakers = links
    .filter(({ speaker, to }) => speaker.profileId !== to.profileId || speaker.name !== to.name)
    .map(({ speaker, to }) => ({ speakerId: speaker.id, before: linkOf(speaker), after: to }));
  if (speakers.length === 0) return null;
  const title = { kind: CorrectionKind.SPEAKER_IDENTIFIED, author };
  const { change } = await writeCorrection(tx, transcript, { segments: [], speakers }, title);
  return change;
}
