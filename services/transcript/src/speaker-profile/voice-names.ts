import type { JobQueue } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { Correction, CorrectionKind } from '../correction/correction.entity.ts';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptChangedPayload } from '../transcript/transcript-events.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { identifySpeakers } from './identification.definitions.ts';
import { BY_VOICE, linkSpeaker } from './speaker-links.ts';

/**
 * Takes back, in a locked transcript, that the voice told speakers to be a person who is gone: they bear the name they
 * had before, if any, and are looked at again.
 */
export async function takeNamesBack(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'enqueue'>,
  transcript: Transcript,
  profileId: string,
): Promise<TranscriptChangedPayload[]> {
  const { id: transcriptId, workspaceId, recordingId } = transcript;
  const speakers = await tx.findBy(Speaker, { transcriptId, workspaceId, profileId });
  const changes: TranscriptChangedPayload[] = [];
  for (const speaker of speakers) {
    const found = await foundByVoice(tx, speaker);
    const name = found?.speakers.find(({ speakerId }) => speakerId === speaker.id)?.before.name ?? null;
    if (transcript.isCurrent) {
      const title = { kind: CorrectionKind.UNDONE, author: BY_VOICE, ...(found && { reverts: found.id }) };
      const to = { profileId: null, name };
      changes.push((await linkSpeaker(tx, { transcript, speaker }, to, title)).change);
    } else {
      // Replaced, but citations still show it: nobody corrects it any more.
      const columns = { ...nameColumns(name, speaker.position), profileId: null };
      await tx.update(Speaker, { id: speaker.id, workspaceId }, columns);
    }
  }
  if (changes.length > 0) await jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
  return changes;
}

/** The latest correction by which the voice told who a speaker is; null in a transcript to which that was carried. */
export function foundByVoice(
  tx: EntityManager,
  { id, transcriptId, workspaceId }: Speaker,
): Promise<Correction | null> {
  return tx
    .createQueryBuilder(Correction, 'correction')
    .where({ transcriptId, workspaceId, kind: CorrectionKind.SPEAKER_IDENTIFIED, author: BY_VOICE })
    .andWhere('correction.speakers @> :about::jsonb', { about: JSON.stringify([{ speakerId: id }]) })
    .orderBy('correction.version', 'DESC')
    .limit(1)
    .getOne();
}
