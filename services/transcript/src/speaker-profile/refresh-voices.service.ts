import { inTransaction, type Bus, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { awaitVoices, voicesApplied } from '../propagation/awaited-voices.ts';
import {
  propagationTopic,
  voicesTopic,
  type TranscriptChangedPayload,
} from '../transcript/transcript-events.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import { findVoice, judgeFound } from './identification.definitions.ts';
import { dropUnsupported, profilesGiven } from './joined-samples.ts';
import { ProfileEnrolment } from './profile-enrolment.entity.ts';
import { refreshCentroids } from './profile-change.writer.ts';
import { lockProfilesIfOn } from './profile-lock.ts';
import { refreshVoices } from './refresh-voices.definition.ts';
import { VoiceSample, VoiceSampleOrigin } from './voice-sample.entity.ts';
import { SAMPLE_SHARE } from './voice-samples.ts';

/** Asks that the samples of a recording be looked at, in the transaction that changed who says what there. */
export async function followVoices(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'enqueue'>,
  change: Pick<TranscriptChangedPayload, 'workspaceId' | 'recordingId' | 'version'>,
): Promise<void> {
  const { workspaceId, recordingId } = change;
  const samples: unknown[] = await tx.query(
    'select 1 from transcript.voice_sample where recording_id = $1 and workspace_id = $2 limit 1',
    [recordingId, workspaceId],
  );
  if (samples.length === 0) return;
  await awaitVoices(tx, change);
  await jobs.enqueue(tx, refreshVoices, { workspaceId, recordingId });
}

/** A sample that was looked at, and whether it counts otherwise by now. */
interface Judged {
  profileId: string;
  origin: VoiceSampleOrigin;
  outdated: boolean;
  wasOutdated: boolean;
}

const profilesOf = (samples: readonly { profileId: string }[]): string[] => [
  ...new Set(samples.map(({ profileId }) => profileId)),
];

/** Keeps profiles in step with corrected transcripts. */
export class RefreshVoices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Pick<Bus, 'publish'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /**
   * A sample that is said by somebody else by now does not count, until that is taken back; nor does one of which all was
   * removed from the transcript that it is of. Those that were taken away are not judged: they come back as they were.
   * Nor is what an engine that was asked again has not heard.
   */
  async refresh(workspaceId: string, recordingId: string): Promise<void> {
    const applied = await inTransaction(this.dataSource, async (tx) => {
      if (!(await lockProfilesIfOn(tx, workspaceId))) return null;
      const transcript = await tx.findOneBy(Transcript, { recordingId, workspaceId, isCurrent: true });
      const changed: Judged[] = await tx
        .query(
          `with said as (
           select sample.id, sample.profile_id, speaker.id as speaker_id, speaker.profile_id as said_by,
                  sum(least(segment.end_ms, stretch."endMs") - greatest(segment.start_ms, stretch."startMs")) as ms
             from transcript.voice_sample sample
             cross join jsonb_to_recordset(sample.intervals) as stretch("startMs" int, "endMs" int)
             join transcript.transcript on transcript.recording_id = sample.recording_id and transcript.is_current
             join transcript.segment on segment.transcript_id = transcript.id
              and segment.start_ms < stretch."endMs" and segment.end_ms > stretch."startMs"
             join transcript.speaker on speaker.id = segment.speaker_id
            where sample.recording_id = $1 and sample.workspace_id = $2 and sample.speaker_id is not null
              and sample.removed_at is null
            group by sample.id, sample.profile_id, speaker.id, speaker.profile_id),
         judged as (
           select sample.id, true as outdated, null::uuid as speaker_id
             from transcript.voice_sample sample
             join transcript.speaker on speaker.id = sample.speaker_id
             join transcript.transcript on transcript.id = speaker.transcript_id and transcript.is_current
            where sample.recording_id = $1 and sample.workspace_id = $2 and sample.removed_at is null
              and sample.intervals <> '[]' and not exists (select 1 from said where said.id = sample.id)
           union all
           select id, coalesce(sum(ms) filter (where said_by = profile_id), 0) < sum(ms) * $3::float8 as outdated,
                  (array_agg(speaker_id order by ms desc) filter (where said_by = profile_id))[1] as speaker_id
             from said group by id)
         update transcript.voice_sample sample
            set outdated = judged.outdated, speaker_id = coalesce(judged.speaker_id, sample.speaker_id)
           from judged, transcript.voice_sample before
          where sample.id = judged.id and before.id = sample.id
            and (before.outdated <> judged.outdated or judged.speaker_id <> before.speaker_id)
         returning sample.profile_id as "profileId", sample.origin, sample.outdated, before.outdated as "wasOutdated"`,
          [recordingId, workspaceId, SAMPLE_SHARE],
        )
        .then(([rows]: [Judged[], number]) => rows);
      await this.follow(tx, workspaceId, changed);
      if (transcript) await voicesApplied(tx, transcript);
      return transcript?.version ?? null;
    });
    if (applied === null) return;
    this.bus.publish(propagationTopic(workspaceId, recordingId), applied);
    this.bus.publish(voicesTopic(workspaceId), {});
  }

  /**
   * A voice that rests on less, or on more, is that of others, too, than it was. What joined by the voice may have lost
   * what bore it out by the time it counts again.
   */
  private async follow(tx: EntityManager, workspaceId: string, changed: readonly Judged[]): Promise<void> {
    const losing = changed.filter(({ outdated, wasOutdated }) => outdated && !wasOutdated);
    const back = changed.filter(({ outdated, wasOutdated }) => wasOutdated && !outdated);
    const joined = back.filter(({ origin }) => origin === VoiceSampleOrigin.AUTOMATIC);
    const shaken = profilesOf([...losing, ...joined]);
    await dropUnsupported(tx, workspaceId, shaken);
    await refreshCentroids(tx, workspaceId, profilesOf(changed));
    for (const profileId of shaken) await this.jobs.enqueue(tx, judgeFound, { workspaceId, profileId });
    for (const profileId of profilesOf(back))
      await this.jobs.enqueue(tx, findVoice, { workspaceId, profileId });
  }

  /**
   * Removes what was learnt from a recording that is gone. Where people gave other speech of a person, that tells what
   * was found through it; where it was all they gave, what was found stays.
   */
  async forget(workspaceId: string, recordingId: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await lockProfilesIfOn(tx, workspaceId);
      await tx.delete(ProfileEnrolment, { recordingId, workspaceId });
      const [gone]: [Pick<VoiceSample, 'profileId' | 'removedAt' | 'outdated'>[], number] = await tx.query(
        `delete from transcript.voice_sample where recording_id = $1 and workspace_id = $2
         returning profile_id as "profileId", removed_at as "removedAt", outdated`,
        [recordingId, workspaceId],
      );
      const losing = profilesOf(gone.filter(({ removedAt, outdated }) => removedAt === null && !outdated));
      const shaken = await profilesGiven(tx, workspaceId, losing);
      await dropUnsupported(tx, workspaceId, shaken);
      await refreshCentroids(tx, workspaceId, profilesOf(gone));
      for (const profileId of shaken) await this.jobs.enqueue(tx, judgeFound, { workspaceId, profileId });
    });
  }
}
