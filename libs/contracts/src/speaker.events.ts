import { z } from 'zod';
import { defineEvent } from './event.ts';

/** By the voice, a speaker was found to be a known person, or perhaps to be one. */
export const speakerIdentified = defineEvent(
  'speaker.identified',
  z.object({
    workspaceId: z.uuid(),
    recordingId: z.uuid(),
    speakerId: z.uuid(),
    /** `sure`: the speaker bears the name now. `maybe`: a person is asked. */
    outcome: z.enum(['sure', 'maybe']),
    profileId: z.uuid(),
    name: z.string(),
    confidence: z.number().min(0).max(1),
    model: z.string(),
    /** Found by the small embedder that comes with Colloquy. */
    draft: z.boolean(),
  }),
  ['ingest'],
);
