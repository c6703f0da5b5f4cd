import { createPubSub, type PubSub } from '@graphql-yoga/subscription';
import { createRedisEventTarget } from '@graphql-yoga/redis-event-target';
import { Redis } from 'ioredis';
import type { Log } from './log.ts';
import { PostgresEventTarget } from './postgres-event-target.ts';

/**
 * Tells subscribers in every process of the product. Best effort by design: what must not be lost is an event
 * (`jobs.publish`); what goes over the bus only says that something worth reading again has changed.
 */
export interface Bus {
  publish(topic: string, payload: unknown): void;
  /** Ends when the consumer stops iterating. */
  subscribe<T>(topic: string): AsyncIterable<T> & { return(): unknown };
  close(): Promise<void>;
}

type Topics = Record<string, [payload: unknown]>;

export async function openBus(options: {
  databaseUrl: string;
  redisUrl?: string | undefined;
  log: Log;
}): Promise<Bus> {
  const { eventTarget, close } = options.redisUrl
    ? openRedis(options.redisUrl, options.log)
    : await openPostgres(options);
  const pubSub: PubSub<Topics> = createPubSub<Topics>({ eventTarget: eventTarget as never });
  return {
    publish: (topic, payload) => pubSub.publish(topic, payload),
    subscribe: <T>(topic: string) =>
      pubSub.subscribe(topic as never) as unknown as AsyncIterable<T> & { return(): unknown },
    close,
  };
}

async function openPostgres(options: { databaseUrl: string; log: Log }) {
  const eventTarget = new PostgresEventTarget(options.databaseUrl, options.log);
  await eventTarget.open();
  return { eventTarget, close: () => eventTarget.close() };
}

function openRedis(url: string, log: Log) {
  const publishClient = new Redis(url);
  const subscribeClient = new Redis(url);
  for (const client of [publishClient, subscribeClient]) {
    client.on('error', (error) => log.warn({ err: error }, 'bus: trouble talking to Redis'));
  }
  return {
    eventTarget: createRedisEventTarget({ publishClient, subscribeClient }),
    close: async () => {
      await Promise.all([publishClient.quit(), subscribeClient.quit()]);
    },
  };
}
