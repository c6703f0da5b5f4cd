import type { EventDefinition } from '@colloquy/contracts';
import type { Log } from '../log.ts';
import type { JobDefinition } from './job-definition.ts';

export interface JobContext {
  jobId: string;
  /** 1 for the first try. */
  attempt: number;
  /** Aborts when the job is cancelled, has expired, or the process is stopping. */
  signal: AbortSignal;
  log: Log;
}

export type JobHandler<T> = (payload: T, context: JobContext) => Promise<void>;

export interface JobQueueConfig {
  /** The service's name; events for it are found under it. */
  service: string;
  databaseUrl: string;
  log: Log;
  /** Jobs this process carries out; each must get exactly one handler. */
  handles: readonly JobDefinition[];
  /** Jobs this process only enqueues. */
  enqueues: readonly JobDefinition[];
  /** Events this process consumes; each must get exactly one handler. */
  consumes: readonly EventDefinition[];
  /** Events this process publishes. */
  publishes: readonly EventDefinition[];
}

export interface EnqueueOptions {
  /** Of several waiting jobs with the same key only one is kept. */
  singletonKey?: string;
  startAfterSeconds?: number;
  /** Higher goes first; 0 by default. */
  priority?: number;
  /** Whose turn it is, where the job says how many of one group may run at once. */
  group?: string;
}
