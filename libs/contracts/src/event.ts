import type { z } from 'zod';

/** The services, and workers, that can be told of an event. */
export type Consumer = 'ingest' | 'ingest-worker' | 'transcript' | 'chat';

/** A fact told to every interested service: past tense, immutable, its payload validated on both sides. */
export interface EventDefinition<T extends z.ZodType = z.ZodType> {
  /** `aggregate.fact`, for example `recording.transcribed`. */
  readonly name: string;
  readonly payload: T;
  /**
   * Who is told. Named here rather than registered at run time, so that nothing is lost when a consumer has never
   * been started yet: its queue fills from the first event on.
   */
  readonly consumers: readonly Consumer[];
}

export type EventPayload<E extends EventDefinition> = z.infer<E['payload']>;

export function defineEvent<T extends z.ZodType>(
  name: string,
  payload: T,
  consumers: readonly Consumer[],
): EventDefinition<T> {
  return { name, payload, consumers };
}
