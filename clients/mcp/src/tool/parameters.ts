import { z } from 'zod';

export const recordingId = z.uuid().describe('A recording, as `list_recordings` names it.');
export const recordingIds = z
  .array(recordingId)
  .max(100)
  .optional()
  .describe('Only in these recordings; all when left out.');
export const cursor = z.string().max(1_000).optional().describe('`nextCursor` of the page before.');
/** An offset is needed: whose day would it be? */
export const moment = z.iso.datetime({ offset: true }).optional();
export const READS = { readOnlyHint: true, openWorldHint: false } as const;
