import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';

/** Compares the voices of a recording with the known ones. */
export const identifySpeakers = defineJob(
  'transcript.identify-speakers',
  z.object({ workspaceId: z.uuid(), recordingId: z.uuid() }),
);

/** Looks again at those who are a person by the voice alone. */
export const judgeFound = defineJob(
  'transcript.judge-found',
  z.object({ workspaceId: z.uuid(), profileId: z.uuid() }),
);

/** Looks for a person in the recordings at hand. */
export const findVoice = defineJob(
  'transcript.find-voice',
  z.object({ workspaceId: z.uuid(), profileId: z.uuid() }),
);
