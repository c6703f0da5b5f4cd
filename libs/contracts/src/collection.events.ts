import { z } from 'zod';
import { defineEvent } from './event.ts';

const collectionKey = { workspaceId: z.uuid(), collectionId: z.uuid() };

/** A collection was made, renamed, or has other recordings or another order now. */
export const collectionChanged = defineEvent(
  'collection.changed',
  z.object({
    ...collectionKey,
    /** Grows with each change; consumers ignore what is not newer than what they applied. */
    version: z.int().positive(),
    /** Nobody else is shown it. */
    ownerId: z.uuid(),
    name: z.string(),
    /** In order. Those that wait to be purged are among them: they may come back. */
    recordingIds: z.array(z.uuid()),
  }),
  ['transcript'],
);

/** Gone for good: every service removes what it made of this collection. Its recordings are told of by themselves. */
export const collectionDeleted = defineEvent('collection.deleted', z.object(collectionKey), ['transcript']);
