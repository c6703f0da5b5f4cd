import { z } from 'zod';
import { defineEvent } from './event.ts';

const request = { workspaceId: z.uuid(), recordingId: z.uuid(), requestId: z.uuid() };
const ms = z.int().nonnegative();
/** Names a voice to whoever asked for it. */
const key = z.string().min(1);

/** The vectors of voices are wanted, each from where it is heard in a recording. */
export const voiceRequested = defineEvent(
  'voice.requested',
  z.object({
    ...request,
    voices: z.array(z.object({ key, intervals: z.array(z.object({ startMs: ms, endMs: ms })) })),
  }),
  ['ingest-worker'],
);

/** The vectors that were asked for, or why there are none. Vectors of different models are never compared. */
export const voiceEmbedded = defineEvent(
  'voice.embedded',
  z.object({
    ...request,
    /** Null when nothing could be embedded. */
    model: z.string().nullable(),
    /** Only those of whom enough was heard. */
    voices: z.array(z.object({ key, vector: z.array(z.number()), speechMs: ms })),
    problem: z
      .object({
        code: z.string(),
        message: z.string(),
        troubleshooting: z.array(z.string()),
        recovery: z.array(z.string()),
      })
      .nullable(),
  }),
  ['transcript'],
);
