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
    reason: z.enum([
      'imported',
      'language-changed',
      // Corrections by people.
      'text-edited',
      'text-replaced',
      'speaker-assigned',
      'speaker-renamed',
      'speaker-identified',
      'speaker-confirmed',
      'speaker-rejected',
      'speakers-merged',
      'segment-split',
      'segments-merged',
      'segments-removed',
      'boundary-moved',
      'undone',
      'restored',
    ]),
    /** The segments that changed, came or went; null for all of them. */
    segmentIds: z.array(z.uuid()).nullable(),
  }),
  ['ingest', 'chat', 'transcript'],
);

/** A service shows a version of a transcript, and all before it. Published in the transaction that made it so. */
export const transcriptApplied = defineEvent(
  'transcript.applied',
  z.object({
    workspaceId: z.uuid(),
    recordingId: z.uuid(),
    version: z.int().positive(),
    /** Whose answers are made of it now. */
    consumer: z.enum(['chat']),
  }),
  ['transcript'],
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
