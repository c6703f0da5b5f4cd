import { inTransaction, type Context, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { WrittenCorrection } from '../correction/correction-writer.ts';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import { noteCorrectedPeople } from './corrected-people.ts';
import { followProfile } from './follow-profile.definition.ts';
import { findVoice, identifySpeakers, judgeFound } from './identification.definitions.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { writeProfileChange } from './profile-change.writer.ts';
import { refreshVoices } from './refresh-voices.definition.ts';
import { followVoices } from './refresh-voices.service.ts';
import type { SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';

/** What a change does, worked out while profiles are locked. */
export interface ProfileChangePlan {
  kind: SpeakerProfileChangeKind;
  /** In whose history it stands. */
  profileId: string;
  changes: ProfileChangeSet;
  reverts?: string;
  /** Stands in the history of another profile, without a way back of its own. */
  also?: { kind: SpeakerProfileChangeKind; profileId: string; changes: ProfileChangeSet };
  /** The correction that says the same in a transcript, and is taken back with it; other transcripts follow. */
  made?: WrittenCorrection | null;
}

/** Carries out changes of profiles that people make. */
export class ProfileChangeRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** In one transaction: the change, its trace, and what follows of it. @param plan null when nothing changes */
  async run(
    { workspaceId, viewer }: Pick<Context, 'workspaceId' | 'viewer'>,
    plan: (tx: EntityManager) => Promise<ProfileChangePlan | null>,
  ): Promise<void> {
    const told = await inTransaction(this.dataSource, async (tx) => {
      const planned = await plan(tx);
      if (!planned) return null;
      const { changes, also, made, ...title } = planned;
      const by = { workspaceId, author: viewer.name };
      const whole = { ...title, ...by, correctionId: made?.correction.id ?? null };
      const shaken = await writeProfileChange(tx, whole, changes);
      if (also)
        await writeProfileChange(tx, { ...by, kind: also.kind, profileId: also.profileId }, also.changes);
      for (const profileId of renamed(changes))
        await this.jobs.enqueue(tx, followProfile, { workspaceId, profileId, author: viewer.name });
      for (const profileId of changedVoices(changes))
        await this.jobs.enqueue(tx, findVoice, { workspaceId, profileId });
      for (const profileId of shaken) await this.jobs.enqueue(tx, judgeFound, { workspaceId, profileId });
      for (const { recordingId } of changes.enrolments ?? [])
        await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
      if (made) {
        await noteCorrectedPeople(tx, this.jobs, made.correction, { known: planned.profileId });
        await this.events.publish(tx, made.change);
        await followVoices(tx, this.jobs, made.change);
      } else await this.judgeAgain(tx, workspaceId, changes);
      return made?.change ?? null;
    });
    if (told) this.events.announce(told);
    this.events.announceVoices(workspaceId);
  }

  /** Who says what was taken away, and comes back, may be somebody else by now. */
  private async judgeAgain(
    tx: EntityManager,
    workspaceId: string,
    { samples }: ProfileChangeSet,
  ): Promise<void> {
    const back = samples.filter(({ before, after }) => before.removed && !after.removed);
    const rows: { recordingId: string }[] = await tx.query(
      `select distinct recording_id as "recordingId" from transcript.voice_sample
        where id = any($1::uuid[]) and workspace_id = $2 and speaker_id is not null`,
      [back.map(({ sampleId }) => sampleId), workspaceId],
    );
    for (const { recordingId } of rows)
      await this.jobs.enqueue(tx, refreshVoices, { workspaceId, recordingId });
  }
}

/** Profiles that speech comes to or goes from: whoever was not like their voice may be by now. */
const changedVoices = ({ samples }: ProfileChangeSet): Set<string> =>
  new Set(samples.flatMap(({ before, after }) => [before.profileId, after.profileId]));

/** Profiles whose name some transcripts may not show yet, or still show. */
function renamed({ profiles, speakers }: ProfileChangeSet): Set<string> {
  const named = profiles.map(({ profileId }) => profileId);
  return new Set([...named, ...speakers.flatMap(({ after }) => after.profileId ?? [])]);
}
