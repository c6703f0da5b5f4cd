import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';

/** Brings the passages of one recording up to date with its transcript. */
export const indexRecording = defineJob(
  'chat.index-recording',
  z.object({ workspaceId: z.uuid(), recordingId: z.uuid() }),
  // The graph may be down for a while (a gateway being replaced); waits grow to five minutes.
  { retryLimit: 40, retryDelaySeconds: 1, concurrency: 2 },
);
