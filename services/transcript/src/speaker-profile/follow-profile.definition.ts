import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';

/** Gives the speakers who are a person that person's name, recording after recording. */
export const followProfile = defineJob(
  'transcript.follow-profile',
  z.object({ workspaceId: z.uuid(), profileId: z.uuid(), author: z.string() }),
);
