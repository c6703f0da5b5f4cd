import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';

/**
 * One attempt at a delivery, which counts them and plans the next: the queue itself tries again only what a dead
 * process or an absent database left behind. No webhook takes all the room there is.
 */
export const deliverWebhookJob = defineJob(
  'ingest.deliver-webhook',
  z.object({
    workspaceId: z.uuid(),
    deliveryId: z.uuid(),
    /** How many attempts there were before: a job for an earlier one was done already. */
    attempt: z.int().nonnegative(),
  }),
  { retryLimit: 1_000, expireInSeconds: 120, concurrency: 4, groupConcurrency: 2 },
);
