import { z } from 'zod';
import { defineEvent } from './event.ts';

const recordingKey = { workspaceId: z.uuid(), recordingId: z.uuid() };

/** Processing finished: the result document waits in storage under `resultKey`. */
export const recordingTranscribed = defineEvent(
  'recording.transcribed',
  z.object({ ...recordingKey, runId: z.uuid(), resultKey: z.string().min(1) }),
  ['transcript'],
);

/** What other services show or filter by has changed (also published on creation, hiding and restoring). */
export const recordingChanged = defineEvent(
  'recording.changed',
  z.object({
    ...recordingKey,
    /** Grows with each change; consumers ignore what is not newer than what they applied. */
    version: z.int().positive(),
    title: z.string(),
    /** BCP 47, as far as known. */
    language: z.string().nullable(),
    recordedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    durationMs: z.int().nonnegative().nullable(),
    /** Deleted by its owner and waiting to be purged: answer as if it were gone. */
    hidden: z.boolean(),
  }),
  ['transcript', 'chat'],
);

/** Purged: every service removes what it holds of this recording. */
export const recordingDeleted = defineEvent('recording.deleted', z.object(recordingKey), [
  'transcript',
  'chat',
]);
