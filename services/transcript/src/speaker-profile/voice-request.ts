import { voiceRequested } from '@colloquy/contracts';
import { newId, type JobQueue } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import type { VoiceInterval } from './voice-sample.entity.ts';

/** A voice to listen to: of a sample, or of a speaker as a whole. */
export interface WantedVoice {
  of: 'sample' | 'speaker';
  id: string;
  intervals: readonly VoiceInterval[];
}

export const keyOf = ({ of, id }: Pick<WantedVoice, 'of' | 'id'>): string => `${of}:${id}`;

/** Asks for the vectors of voices in a recording, in the transaction that needs them. */
export async function requestVoices(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'publish'>,
  {
    workspaceId,
    recordingId,
    reembedding,
  }: { workspaceId: string; recordingId: string; reembedding: boolean },
  voices: readonly WantedVoice[],
): Promise<void> {
  const requestId = newId();
  const sampleIds = voices.filter(({ of }) => of === 'sample').map(({ id }) => id);
  await tx.query(
    `insert into transcript.voice_request (id, workspace_id, recording_id, sample_ids, reembedding, created_at)
     values ($1, $2, $3, $4, $5, now())`,
    [requestId, workspaceId, recordingId, sampleIds, reembedding],
  );
  await jobs.publish(tx, voiceRequested, {
    workspaceId,
    recordingId,
    requestId,
    voices: voices.map((voice) => ({ key: keyOf(voice), intervals: [...voice.intervals] })),
  });
}
