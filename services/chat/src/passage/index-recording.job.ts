import { defineJob, inTransaction, type JobContext, type JobQueue } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { EmbeddingService } from '../embedding/embedding.service.ts';
import type { IndexPassagesService } from './index-passages.service.ts';

const payload = z.object({ workspaceId: z.uuid(), recordingId: z.uuid() });
type Payload = z.infer<typeof payload>;

/** Gives the passages of one recording their vectors; apart from indexing, so that words can be searched at once. */
export const embedRecording = defineJob('chat.embed-recording', payload, {
  retryLimit: 20,
  retryDelaySeconds: 2,
});

/** Carries out `chat.index-recording`. */
export const indexHandler =
  (index: IndexPassagesService, embedding: EmbeddingService | null, dataSource: DataSource, jobs: JobQueue) =>
  async ({ workspaceId, recordingId }: Payload, { signal, log }: JobContext): Promise<void> => {
    const changed = await index.index(workspaceId, recordingId, signal);
    log.info({ recordingId, changed }, 'passages are up to date');
    if (!embedding || !changed) return;
    await inTransaction(dataSource, (tx) => jobs.enqueue(tx, embedRecording, { workspaceId, recordingId }));
  };

/** Carries out `chat.embed-recording`. */
export const embedHandler =
  (embedding: EmbeddingService | null) =>
  async ({ workspaceId, recordingId }: Payload, { signal }: JobContext): Promise<void> => {
    await embedding?.embedRecording(workspaceId, recordingId, signal);
  };
