import type { EventPayload, recordingDeleted, voiceEmbedded } from '@colloquy/contracts';
import { inTransaction, toProblem, type JobQueue, type Problem } from '@colloquy/subgraph';
import { toSql } from 'pgvector';
import type { DataSource, EntityManager } from 'typeorm';
import { followCollections } from '../collection/unify-recording.definition.ts';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import { findVoice } from './identification.definitions.ts';
import { refreshCentroids } from './profile-change.writer.ts';
import { lockProfilesIfOn } from './profile-lock.ts';
import type { ReembeddingService } from './reembedding.service.ts';
import type { VoiceIndex } from './voice-index.ts';

type Embedded = EventPayload<typeof voiceEmbedded>;

const STORE = {
  sample: `insert into transcript.voice_vector (sample_id, model, workspace_id, dimensions, embedding, speech_ms, created_at)
           select id, $2, workspace_id, $4, $5, $6, now() from transcript.voice_sample
            where id = $1 and workspace_id = $3
           on conflict (sample_id, model) do update
             set dimensions = excluded.dimensions, embedding = excluded.embedding, speech_ms = excluded.speech_ms,
                 created_at = excluded.created_at`,
  speaker: `insert into transcript.speaker_embedding (speaker_id, model, workspace_id, recording_id, dimensions, embedding, speech_ms)
            select id, $2, workspace_id, recording_id, $4, $5, $6 from transcript.speaker
             where id = $1 and workspace_id = $3
            on conflict (speaker_id, model) do update
              set dimensions = excluded.dimensions, embedding = excluded.embedding, speech_ms = excluded.speech_ms`,
};

/** Keeps the vectors that were asked for. */
export class VoiceAnswerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue' | 'forget'>,
    private readonly index: Pick<VoiceIndex, 'ensure'>,
    private readonly reembedding: Pick<ReembeddingService, 'advance'>,
    private readonly events: Pick<TranscriptEvents, 'announceVoices'>,
  ) {}

  /** Applies `voice.embedded`; the same answer a second time, or one that nobody asked for, changes nothing. */
  async receive(answer: Embedded): Promise<void> {
    const { model, voices, workspaceId } = answer;
    const [first] = voices;
    if (model && first) await this.index.ensure({ model, dimensions: first.vector.length });
    await inTransaction(this.dataSource, async (tx) => {
      const isOn = await lockProfilesIfOn(tx, workspaceId);
      // Its payload is a voice, which must not outlive the profile it is for, whether anybody still waits for it or not.
      await this.jobs.forget(tx, 'requestId', answer.requestId);
      const [requests]: [{ sampleIds: string[]; reembedding: boolean }[], number] = await tx.query(
        `delete from transcript.voice_request where id = $1 and workspace_id = $2
         returning sample_ids as "sampleIds", reembedding`,
        [answer.requestId, workspaceId],
      );
      const [request] = requests;
      if (!request) return;
      if (isOn) await this.keep(tx, answer, request);
      if (request.reembedding) await this.reembedding.advance(tx, answer, isOn);
    });
    this.events.announceVoices(workspaceId);
  }

  /** After the last try: whoever waits for the answer goes on without it. */
  async giveUp(answer: Embedded): Promise<void> {
    await this.receive({ ...answer, model: null, voices: [], problem: notStored() });
  }

  /** Nobody answers about a recording that is gone. */
  async recordingDeleted({ workspaceId, recordingId }: EventPayload<typeof recordingDeleted>): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const isOn = await lockProfilesIfOn(tx, workspaceId);
      const [requests]: [{ reembedding: boolean }[], number] = await tx.query(
        `delete from transcript.voice_request where recording_id = $1 and workspace_id = $2
         returning reembedding`,
        [recordingId, workspaceId],
      );
      const about = { workspaceId, recordingId, model: null, problem: null };
      if (requests.some(({ reembedding }) => reembedding)) await this.reembedding.advance(tx, about, isOn);
    });
    this.events.announceVoices(workspaceId);
  }

  private async keep(
    tx: EntityManager,
    { workspaceId, recordingId, model, voices, problem }: Embedded,
    { sampleIds, reembedding }: { sampleIds: string[]; reembedding: boolean },
  ): Promise<void> {
    const heard = new Set<string>();
    for (const { key, vector, speechMs } of voices) {
      const [of, id = ''] = key.split(':');
      if (of !== 'sample' && of !== 'speaker') continue;
      await tx.query(STORE[of], [id, model, workspaceId, vector.length, toSql(vector), speechMs]);
      if (of === 'sample') heard.add(id);
    }
    if (voices.some(({ key }) => key.startsWith('speaker:')))
      await followCollections(tx, this.jobs, { workspaceId, recordingId });
    const missing = sampleIds.filter((id) => !heard.has(id));
    if (!reembedding)
      await tx.query(
        'update transcript.voice_sample set problem = $3 where id = any($1::uuid[]) and workspace_id = $2',
        [missing, workspaceId, JSON.stringify(problem ?? tooLittle())],
      );
    const profiles: { id: string }[] = await tx.query(
      `select distinct profile_id as id from transcript.voice_sample
        where id = any($1::uuid[]) and workspace_id = $2`,
      [[...heard], workspaceId],
    );
    const profileIds = profiles.map(({ id }) => id);
    await refreshCentroids(tx, workspaceId, profileIds);
    for (const profileId of profileIds) await this.jobs.enqueue(tx, findVoice, { workspaceId, profileId });
  }
}

const tooLittle = (): Problem =>
  toProblem({
    code: 'ENROLMENT_TOO_SHORT',
    message: 'Too little is said here to tell the voice.',
    recovery: ['Choose segments with a second of speech or more in all; ten seconds tell a voice better.'],
  });

const notStored = (): Problem =>
  toProblem({
    code: 'VOICES_NOT_STORED',
    message: 'What was heard of the voices could not be stored, though it was tried several times.',
    troubleshooting: ['Look for “job failed for good” in the log of the transcript service.'],
    recovery: ['Try again when the cause is gone.'],
  });
