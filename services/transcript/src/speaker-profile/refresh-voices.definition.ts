import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';

/** Looks whether the samples of a recording are still said by the persons they stand for. */
export const refreshVoices = defineJob(
  'transcript.refresh-voices',
  z.object({ workspaceId: z.uuid(), recordingId: z.uuid() }),
);
