import { speechEnv } from '@colloquy/engines';
import { platformEnv, readEnv, subgraphEnv } from '@colloquy/subgraph';
import { z } from 'zod';

const shared = {
  ...speechEnv,
  ...platformEnv,
  /** A longer recording is refused. */
  MAX_DURATION_HOURS: z.coerce.number().positive().max(100).default(12),
  /** Audio is processed in pieces of about this length; each finished one is kept if the worker dies. */
  PROCESSING_CHUNK_MINUTES: z.coerce.number().min(0.1).max(60).default(10),
};

/** Seconds, comma separated: `5,60,300`. */
const waits = z
  .string()
  .regex(/^\d{1,7}(,\d{1,7})*$/, 'expected seconds separated by commas, for example 5,60,300')
  .transform((text) => text.split(',').map(Number));

const serviceShape = {
  ...subgraphEnv(4101),
  ...shared,
  /** A larger file is refused: 500 MB. */
  MAX_UPLOAD_BYTES: z.coerce.number().int().positive().default(500_000_000),
  /** An upload that is not finished and made a recording by then is removed. */
  UPLOAD_EXPIRY_HOURS: z.coerce.number().positive().default(24),
  /** How many recordings a collection holds. */
  COLLECTION_MAX_RECORDINGS: z.coerce.number().int().min(1).max(100).default(10),
  /** A larger file is refused for a collection: 100 MB. */
  COLLECTION_MAX_FILE_BYTES: z.coerce.number().int().positive().default(100_000_000),
  /** How long a deleted recording can be brought back. */
  DELETE_GRACE_SECONDS: z.coerce.number().int().min(0).default(30),
  /** Signs share links; another one ends all of them. Without it nothing can be shared. */
  SHARE_LINK_SECRET: z.string().min(16).optional(),
  /** Webhooks may also be sent to private networks and to this machine. */
  WEBHOOK_ALLOW_PRIVATE: z.stringbool().default(false),
  /** The waits between attempts at a delivery; after the last one it is a dead letter. By default 8 attempts in a day. */
  WEBHOOK_RETRY_SECONDS: waits.default([5, 60, 300, 1_800, 7_200, 18_000, 57_600]),
  /** Changes of one transcript within so many seconds are told as one. */
  WEBHOOK_COALESCE_SECONDS: z.coerce.number().int().min(1).max(3_600).default(5),
  /** How long deliveries stay in the log with what was sent and answered. */
  WEBHOOK_LOG_DAYS: z.coerce.number().positive().max(3_650).default(30),
};

const workerShape = {
  ...shared,
  /** How many pieces are recognised at the same time. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
};

export type IngestEnv = z.infer<z.ZodObject<typeof serviceShape>>;
export type WorkerEnv = z.infer<z.ZodObject<typeof workerShape>>;

export const readServiceEnv = (): IngestEnv => readEnv(z.object(serviceShape));
export const readWorkerEnv = (): WorkerEnv => readEnv(z.object(workerShape));
