import { z } from 'zod';
import { defineEvent } from './event.ts';

/** A transcript has a new version. Published in the transaction that made it. */
export const transcriptChanged = defineEvent(
  'transcript.changed',
  z.object({
    workspaceId: z.uuid(),
    recordingId: z.uuid(),
    transcriptId: z.uuid(),
    /** Grows by one with each change; consumers ignore what is older than what they applied. */
    version: z.int().positive(),
    /** The processing run it came from when `reason` is `imported`. */
    runId: z.uuid().nullable(),
    reason: z.enum(['imported', 'text-edited', 'speaker-renamed', 'language-changed']),
    /** The segments that changed, or null for all of them. */
    segmentIds: z.array(z.uuid()).nullable(),
  }),
  ['ingest', 'chat'],
);

/** A result document could not be made a transcript, and will not be tried again. */
export const transcriptImportFailed = defineEvent(
  'transcript.import-failed',
  z.object({
    workspaceId: z.uuid(),
    recordingId: z.uuid(),
    runId: z.uuid(),
    /** For whoever uploaded the recording. */
    problem: z.object({
      code: z.string(),
      message: z.string(),
      troubleshooting: z.array(z.string()),
      recovery: z.array(z.string()),
    }),
  }),
  ['ingest'],
);
