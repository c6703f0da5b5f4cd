import type { JobQueue } from '@colloquy/subgraph';
import { In, type EntityManager } from 'typeorm';
import type { SpeakerChange, SpeakerState } from '../correction/change-set.ts';
import type { Correction } from '../correction/correction.entity.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { findVoice, identifySpeakers, judgeFound } from './identification.definitions.ts';
import { peopleByVoice } from './joined-samples.ts';
import { stillPossible, type EvidenceChanges } from './people-of-version.ts';
import {
  inverseOf,
  NO_CHANGES,
  type DecisionChange,
  type ProfileChangeSet,
  type SpeakerLink,
} from './profile-change-set.ts';
import { applyProfileChange, keepProfileChange } from './profile-change.writer.ts';
import { lockProfilesIfOn } from './profile-lock.ts';
import { SpeakerProfileChange, SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';

type LinkChanges = ProfileChangeSet['speakers'];
type States = ReadonlyMap<string, SpeakerState & { joinedInto: string | null }>;

interface About {
  /** Whose history tells of it already. */
  known?: string | null;
  /** What the correction brings back beside who speakers are. */
  evidence?: EvidenceChanges;
  /** How speakers were known to be who they were, and are by it. */
  decisions?: readonly DecisionChange[];
}

const NO_EVIDENCE: EvidenceChanges = { samples: [], rejections: [] };

/**
 * Keeps in the history of each person that a correction, which was written, made somebody them or somebody else; also
 * while profiles are off, when no sample is brought back. It is taken back with the correction.
 * @returns whether there was anybody
 */
export async function noteCorrectedPeople(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'enqueue'>,
  correction: Correction,
  { known = null, evidence = NO_EVIDENCE, decisions = [] }: About = {},
): Promise<boolean> {
  const { workspaceId, author, id: correctionId, reverts, recordingId } = correction;
  // Who is somebody again whom only the voice had told may not be them by what is known now.
  for (const profileId of await peopleByVoice(tx, workspaceId, correction.speakers.filter(isAboutPeople)))
    await jobs.enqueue(tx, judgeFound, { workspaceId, profileId });
  const speakers = await changedLinks(tx, correction);
  const undone = reverts ? await tx.findBy(SpeakerProfileChange, { correctionId: reverts, workspaceId }) : [];
  const wanted = together([evidence, ...undone.filter(isFollower).map(({ changes }) => inverseOf(changes))]);
  const ids = new Set([
    ...speakers.flatMap(peopleOf),
    ...wanted.samples.map(personOf),
    ...wanted.rejections.map((one) => one.profileId),
  ]);
  const people = [...ids].filter((id) => id !== null && id !== known);
  if (people.length === 0) return false;
  // Who is deleted meanwhile is not spoken of any more.
  const isOn = await lockProfilesIfOn(tx, workspaceId);
  const { samples, rejections } = await stillPossible(tx, workspaceId, wanted);
  const made = { samples: samples.filter(({ after }) => isOn || after.removed), rejections };
  const shaken = await applyProfileChange(tx, correction, { ...NO_CHANGES, ...made });
  const profiles = await tx.findBy(SpeakerProfile, { id: In(people), workspaceId });
  for (const { id: profileId } of profiles) {
    const reverted = undone.find((one) => one.profileId === profileId);
    const kind = SpeakerProfileChangeKind.CORRECTED;
    await keepProfileChange(
      tx,
      { workspaceId, profileId, kind, author, correctionId, ...(reverted && { reverts: reverted.id }) },
      {
        ...NO_CHANGES,
        speakers: speakers.filter((one) => peopleOf(one).includes(profileId)),
        samples: made.samples.filter((one) => personOf(one) === profileId),
        rejections: made.rejections.filter((one) => one.profileId === profileId),
        decisions: decisions.filter(
          ({ before, after }) => before?.profileId === profileId || after?.profileId === profileId,
        ),
      },
    );
  }
  await tx.update(
    SpeakerProfile,
    { id: In(profiles.map(({ id }) => id)), workspaceId },
    { updatedAt: new Date() },
  );
  for (const profileId of shaken) await jobs.enqueue(tx, judgeFound, { workspaceId, profileId });
  for (const profileId of new Set(made.samples.map(personOf)))
    await jobs.enqueue(tx, findVoice, { workspaceId, profileId });
  // Of whom nobody says anything any more may be somebody who is known by now.
  const isOpen = decisions.some(({ after }) => (after?.decidedBy ?? null) === null);
  if (rejections.length > 0 || isOpen) await jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
  return profiles.length > 0;
}

const isFollower = ({ kind }: SpeakerProfileChange): boolean => kind === SpeakerProfileChangeKind.CORRECTED;

const peopleOf = ({ before, after }: LinkChanges[number]): (string | null)[] => [
  before.profileId,
  after.profileId,
];

const personOf = ({ after }: EvidenceChanges['samples'][number]): string => after.profileId;

const together = (all: readonly EvidenceChanges[]): EvidenceChanges => ({
  samples: all.flatMap(({ samples }) => samples),
  rejections: all.flatMap(({ rejections }) => rejections),
});

/** Speakers of a corrected transcript who were another person before; who was joined with somebody is who they are. */
async function changedLinks(
  tx: EntityManager,
  { transcriptId, workspaceId, speakers: changes }: Correction,
): Promise<LinkChanges> {
  if (!changes.some(isAboutPeople)) return [];
  const speakers = await tx.findBy(Speaker, { transcriptId, workspaceId });
  const now: States = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const before = new Map(now);
  for (const change of changes) {
    const state = now.get(change.speakerId);
    if (state) before.set(change.speakerId, { ...state, ...change.before });
  }
  return changes
    .map(({ speakerId }) => ({ speakerId, before: linkIn(before, speakerId), after: linkIn(now, speakerId) }))
    .filter((link) => link.before.profileId !== link.after.profileId);
}

const isAboutPeople = ({ after: { profileId, absent } }: SpeakerChange): boolean =>
  profileId !== undefined || absent !== undefined;

function linkIn(speakers: States, speakerId: string): SpeakerLink {
  const speaker = speakers.get(speakerId);
  if (!speaker || (speaker.absent && !speaker.joinedInto)) return { profileId: null, name: null };
  const { absent, joinedInto, profileId, name } = speaker;
  return absent && joinedInto ? linkIn(speakers, joinedInto) : { profileId, name };
}
