import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';

/** Brings a recording's transcript to the language that the recording is in by now. */
export const changeLanguage = defineJob(
  'transcript.change-language',
  z.object({ workspaceId: z.uuid(), recordingId: z.uuid() }),
);
