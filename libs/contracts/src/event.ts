import type { z } from 'zod';

/** A fact published to every interested service: past tense, immutable, its payload validated on both sides. */
export interface EventDefinition<T extends z.ZodType = z.ZodType> {
  /** `aggregate.fact`, for example `recording.transcribed`. */
  readonly name: string;
  readonly payload: T;
}

export type EventPayload<E extends EventDefinition> = z.infer<E['payload']>;

export function defineEvent<T extends z.ZodType>(name: string, payload: T): EventDefinition<T> {
  return { name, payload };
}
