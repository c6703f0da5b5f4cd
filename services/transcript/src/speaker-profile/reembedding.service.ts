import type { EventPayload, voiceEmbedded } from '@colloquy/contracts';
import { inTransaction, type Context, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import { lockProfiles } from './profile-lock.ts';
import { findVoice } from './identification.definitions.ts';
import { VoiceReembedding, VoiceReembeddingState } from './voice-reembedding.entity.ts';
import { requestVoices, type WantedVoice } from './voice-request.ts';
import type { VoiceInterval } from './voice-sample.entity.ts';

/** A diarizer that runs elsewhere tells no voices, of any recording. */
const HOPELESS = 'VOICES_NOT_EMBEDDABLE';
/** An imported transcript without audio has no voices to listen to. */
const WITHOUT_AUDIO = 'RECORDING_WITHOUT_AUDIO';
/** Stretches of a speaker that are listened to: the longest. */
const MAX_INTERVALS = 30;
const MIN_TALK_MS = 1_000;

/**
 * Listens to every voice anew with the embedder in use. One recording after the other: the answer about one asks for
 * the next, in one transaction, so that it goes on where it was whatever dies in between.
 */
export class ReembeddingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'publish' | 'enqueue'>,
    private readonly events: Pick<TranscriptEvents, 'announceVoices'>,
  ) {}

  async of(workspaceId: string): Promise<VoiceReembedding> {
    const found = await this.dataSource.manager.findOneBy(VoiceReembedding, { workspaceId });
    return found ?? VoiceReembedding.idle(workspaceId);
  }

  /** How many recordings it would bring to an embedder whose voices are told by others. */
  async knownOtherwise(workspaceId: string, embedder: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `select count(distinct speaker.recording_id)::int as count
         from transcript.speaker
         join transcript.transcript on transcript.id = speaker.transcript_id and transcript.is_current
         join transcript.recording_ref ref on ref.recording_id = speaker.recording_id and not ref.hidden
        where speaker.workspace_id = $1 and not speaker.absent and speaker.talk_time_ms >= ${MIN_TALK_MS}
          and exists (select 1 from transcript.speaker_embedding e where e.speaker_id = speaker.id)
          and not exists (select 1 from transcript.speaker_embedding e
                           where e.speaker_id = speaker.id and e.model = $2)`,
      [workspaceId, embedder],
    );
    return row?.count ?? 0;
  }

  /** Starts it, or leaves it running. @throws ExpectedError `VOICE_PROFILES_OFF` */
  async start({ workspaceId, viewer }: Context): Promise<VoiceReembedding> {
    const started = await inTransaction(this.dataSource, async (tx) => {
      await lockProfiles(tx, workspaceId);
      const before = await tx.findOneBy(VoiceReembedding, { workspaceId });
      if (before?.state === VoiceReembeddingState.RUNNING) return before;
      // An earlier one must not go on beside this one.
      await tx.query('delete from transcript.voice_request where workspace_id = $1 and reembedding', [
        workspaceId,
      ]);
      const state = VoiceReembeddingState.RUNNING;
      const title = { state, startedBy: viewer.name, startedAt: new Date() };
      const running = Object.assign(VoiceReembedding.idle(workspaceId), title);
      running.total = await countOpen(tx, running);
      await this.next(tx, running);
      return running;
    });
    this.events.announceVoices(workspaceId);
    return started;
  }

  /** Stops it after the recording that is being listened to. @throws ExpectedError `VOICE_PROFILES_OFF` */
  async cancel({ workspaceId }: Context): Promise<VoiceReembedding> {
    const cancelled = await inTransaction(this.dataSource, async (tx) => {
      await lockProfiles(tx, workspaceId);
      const found = await tx.findOneBy(VoiceReembedding, { workspaceId });
      if (found?.state !== VoiceReembeddingState.RUNNING) return found ?? VoiceReembedding.idle(workspaceId);
      return end(tx, found, VoiceReembeddingState.CANCELLED);
    });
    this.events.announceVoices(workspaceId);
    return cancelled;
  }

  /** Notes the answer about one recording and asks for the next. Profiles are locked. */
  async advance(
    tx: EntityManager,
    {
      workspaceId,
      recordingId,
      model,
      problem,
    }: Pick<EventPayload<typeof voiceEmbedded>, 'workspaceId' | 'recordingId' | 'model' | 'problem'>,
    isOn: boolean,
  ): Promise<void> {
    const running = await tx.findOneBy(VoiceReembedding, { workspaceId });
    if (running?.state !== VoiceReembeddingState.RUNNING) return;
    const skipped = problem?.code === WITHOUT_AUDIO;
    const failed = problem !== null && !skipped;
    const isNewModel = model !== null && model !== running.model;
    Object.assign(running, {
      model: model ?? running.model,
      done: running.done + 1,
      failed: running.failed + (failed ? 1 : 0),
      skipped: running.skipped + (skipped ? 1 : 0),
      problem: failed ? problem : running.problem,
      lastRecordingId: recordingId,
    });
    // Only now it is known whose voices are told by it already.
    if (isNewModel) running.total = running.done + (await countOpen(tx, running));
    if (!isOn) await end(tx, running, VoiceReembeddingState.CANCELLED);
    else if (problem?.code === HOPELESS) await end(tx, running, VoiceReembeddingState.FAILED);
    else await this.next(tx, running);
  }

  private async next(tx: EntityManager, running: VoiceReembedding): Promise<void> {
    const { workspaceId, model, lastRecordingId } = running;
    const [row]: { recordingId: string }[] = await tx.query(nextRecordingStatement, [
      workspaceId,
      model,
      lastRecordingId,
    ]);
    // Recordings come and go meanwhile.
    running.total = row ? Math.max(running.total, running.done + 1) : running.done;
    if (!row) return this.finish(tx, running);
    await tx.save(running);
    const voices = await voicesOf(tx, workspaceId, row.recordingId);
    const about = { workspaceId, recordingId: row.recordingId, reembedding: true };
    await requestVoices(tx, this.jobs, about, voices);
  }

  /** By the new vectors people may be recognised who were not before. */
  private async finish(tx: EntityManager, running: VoiceReembedding): Promise<void> {
    const { workspaceId, model } = running;
    await end(tx, running, VoiceReembeddingState.DONE);
    const profiles: { id: string }[] = await tx.query(
      'select profile_id as id from transcript.profile_centroid where workspace_id = $1 and model = $2',
      [workspaceId, model],
    );
    for (const { id: profileId } of profiles)
      await this.jobs.enqueue(tx, findVoice, { workspaceId, profileId });
  }
}

function end(
  tx: EntityManager,
  running: VoiceReembedding,
  state: VoiceReembeddingState,
): Promise<VoiceReembedding> {
  return tx.save(Object.assign(running, { state, finishedAt: new Date() }));
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Speakers whom a model does not tell yet, in recordings after one: said of both tables, so that the index of either is
 * read from there on. Parameters: the workspace, the model, the recording.
 */
const OPEN = `
  from transcript.speaker
  join transcript.transcript on transcript.id = speaker.transcript_id and transcript.is_current
  join transcript.recording_ref ref on ref.recording_id = speaker.recording_id and not ref.hidden
 where speaker.workspace_id = $1 and not speaker.absent and speaker.talk_time_ms >= ${MIN_TALK_MS}
   and speaker.recording_id > coalesce($3::uuid, '${BEFORE_ALL}') and ref.recording_id > coalesce($3::uuid, '${BEFORE_ALL}')
   and not exists (select 1 from transcript.speaker_embedding e where e.speaker_id = speaker.id and e.model = $2)`;

/** By the index `speaker_recording`, as far as the next one. */
export const nextRecordingStatement = `
  select speaker.recording_id as "recordingId" ${OPEN} order by speaker.recording_id limit 1`;

async function countOpen(
  tx: EntityManager,
  { workspaceId, model, lastRecordingId }: VoiceReembedding,
): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `select count(distinct speaker.recording_id)::int as count ${OPEN}`,
    [workspaceId, model, lastRecordingId],
  );
  return row?.count ?? 0;
}

/** Everybody who speaks in a recording, and what profiles learnt from it. */
async function voicesOf(tx: EntityManager, workspaceId: string, recordingId: string): Promise<WantedVoice[]> {
  const speakers: { id: string; intervals: VoiceInterval[] }[] = await tx.query(
    `select id, json_agg(json_build_object('startMs', start_ms, 'endMs', end_ms)) as intervals from (
       select speaker.id, segment.start_ms, segment.end_ms,
              row_number() over (partition by speaker.id order by segment.end_ms - segment.start_ms desc) as place
         from transcript.speaker
         join transcript.transcript on transcript.id = speaker.transcript_id and transcript.is_current
         join transcript.segment on segment.speaker_id = speaker.id
        where speaker.recording_id = $1 and speaker.workspace_id = $2 and not speaker.absent) ranked
      where place <= ${MAX_INTERVALS} group by id`,
    [recordingId, workspaceId],
  );
  const samples: { id: string; intervals: VoiceInterval[] }[] = await tx.query(
    `select id, intervals from transcript.voice_sample
      where recording_id = $1 and workspace_id = $2 and removed_at is null`,
    [recordingId, workspaceId],
  );
  return [
    ...speakers.map((speaker): WantedVoice => ({ of: 'speaker', ...speaker })),
    ...samples.map((sample): WantedVoice => ({ of: 'sample', ...sample })),
  ];
}
