import type { EntityManager } from 'typeorm';
import { lastCorrectionOfSpeaker } from '../correction/last-correction.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import type { LinkChange, ProfileChangeSet } from './profile-change-set.ts';
import { BY_VOICE } from './speaker-links.ts';
import type { SpeakerProfileChange } from './speaker-profile-change.entity.ts';
import { VoiceSample } from './voice-sample.entity.ts';

interface Unjudged {
  /** The change without speakers who were only judged otherwise since, and without their speech that went with it. */
  changes: ProfileChangeSet;
  /** Recordings in which there are such. */
  judgedIn: string[];
}

/**
 * A change of profiles as it is to be taken back: speakers whom nobody but Colloquy has made somebody else, or nobody,
 * since stay who they are. Where a person said anything of them since, they stay in the change, which that overlays.
 */
export async function withoutJudgedSince(
  tx: EntityManager,
  { id, workspaceId }: Pick<SpeakerProfileChange, 'id' | 'workspaceId'>,
  changes: ProfileChangeSet,
): Promise<Unjudged> {
  const authors: { speakerId: string; author: string }[] = await tx.query(
    `select distinct one->>'speakerId' as "speakerId", later.author
       from transcript.profile_change later cross join lateral jsonb_array_elements(later.changes->'speakers') one
      where later.workspace_id = $1 and later.id > $2`,
    [workspaceId, id],
  );
  const said = new Set(authors.flatMap(({ speakerId, author }) => (author === BY_VOICE ? [] : speakerId)));
  const judged = new Map<string, Speaker>();
  for (const link of changes.speakers) {
    const speaker = said.has(link.speakerId) ? null : await judgedOtherwise(tx, workspaceId, link);
    if (speaker) judged.set(speaker.id, speaker);
  }
  const samples = judged.size === 0 ? changes.samples : await notGoneWith(tx, judged, changes.samples);
  const isOpen = ({ speakerId }: { speakerId: string }): boolean => !judged.has(speakerId);
  const { speakers, decisions } = changes;
  return {
    changes: {
      ...changes,
      samples,
      speakers: speakers.filter(isOpen),
      ...(decisions && { decisions: decisions.filter(isOpen) }),
    },
    judgedIn: [...new Set([...judged.values()].map(({ recordingId }) => recordingId))],
  };
}

/** @returns the speaker where they are another than a change made them, and it was Colloquy that said so last */
async function judgedOtherwise(
  tx: EntityManager,
  workspaceId: string,
  { speakerId, after }: LinkChange,
): Promise<Speaker | null> {
  const speaker = await tx.findOneBy(Speaker, { id: speakerId, workspaceId, absent: false });
  if (!speaker || speaker.profileId === after.profileId) return null;
  const { transcriptId } = speaker;
  // Nobody corrects a transcript that was replaced: there it leaves no trace.
  if (await tx.existsBy(Transcript, { id: transcriptId, workspaceId, isCurrent: false })) return speaker;
  return (await lastCorrectionOfSpeaker(tx, speaker))?.author === BY_VOICE ? speaker : null;
}

async function notGoneWith(
  tx: EntityManager,
  judged: ReadonlyMap<string, Speaker>,
  samples: ProfileChangeSet['samples'],
): Promise<ProfileChangeSet['samples']> {
  const left: ProfileChangeSet['samples'][number][] = [];
  for (const one of samples) {
    const sample = await tx.findOneBy(VoiceSample, { id: one.sampleId });
    if (!sample?.removedAt || !sample.speakerId || !judged.has(sample.speakerId)) left.push(one);
  }
  return left;
}
