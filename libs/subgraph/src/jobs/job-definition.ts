import type { z } from 'zod';

export interface JobOptions {
  /** How often a failed job is tried again, 5 by default. */
  retryLimit?: number;
  /** Seconds before the first retry, doubled with each one; 1 by default. */
  retryDelaySeconds?: number;
  /** A worker that stays silent for so long has died and its job is given to another; 10 by default. */
  heartbeatSeconds?: number;
  /** The longest one attempt may take; 1 hour by default. */
  expireInSeconds?: number;
  /** How many run at once in one process; 1 by default. */
  concurrency?: number;
  /** How many of one group (see `EnqueueOptions`) run at once in all processes; as many as there is room by default. */
  groupConcurrency?: number;
}

/** Work for later: a name, what it needs to know, and how often to try. */
export interface JobDefinition<T extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: T;
  readonly options: JobOptions;
}

/** @param name `<service>.<verb>`, for example `ingest.process`. */
export function defineJob<T extends z.ZodType>(
  name: string,
  payload: T,
  options: JobOptions = {},
): JobDefinition<T> {
  return { name, payload, options };
}
