import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';

/** Gives the passages of one recording their vectors; apart from indexing, so that words can be searched at once. */
export const embedRecording = defineJob(
  'chat.embed-recording',
  z.object({ workspaceId: z.uuid(), recordingId: z.uuid() }),
  { retryLimit: 20, retryDelaySeconds: 2 },
);
