import type { JobContext } from '@colloquy/subgraph';
import type { z } from 'zod';
import type { EmbeddingService } from '../embedding/embedding.service.ts';
import type { embedRecording } from '../embedding/embed-recording.definition.ts';
import type { IndexPassagesService } from './index-passages.service.ts';
import type { indexRecording } from './index-recording.definition.ts';

/** Carries out `chat.index-recording`. */
export const indexHandler =
  (index: IndexPassagesService) =>
  async (
    { workspaceId, recordingId }: z.infer<typeof indexRecording.payload>,
    { signal, log }: JobContext,
  ): Promise<void> => {
    const changed = await index.index(workspaceId, recordingId, signal);
    log.info({ recordingId, changed }, 'passages are up to date');
  };

/** Carries out `chat.embed-recording`. */
export const embedHandler =
  (embedding: EmbeddingService | null) =>
  async (
    { workspaceId, recordingId }: z.infer<typeof embedRecording.payload>,
    { signal }: JobContext,
  ): Promise<void> => {
    await embedding?.embedRecording(workspaceId, recordingId, signal);
  };
