import { setTimeout as sleep } from 'node:timers/promises';
import { Repeater } from '@graphql-yoga/subscription';
import type { Bus } from './bus.ts';

/** How a source stream hears and tells. Once the subscriber has left, hearing fails and telling does nothing. */
interface Subscriber<Heard, Told> {
  /** The next message of the topic. */
  hear(): Promise<Heard>;
  /** The same, or null after `quietMs` without one. */
  hear(quietMs: number | undefined): Promise<Heard | null>;
  /** Resolves when the subscriber is ready for more. */
  tell(value: Told): Promise<void>;
}

/**
 * The source stream of a subscription that joins what is heard on topics with what is looked up. `serve` runs once they
 * are listened to, so that nothing slips through between looking and hearing; the stream ends when it returns.
 * When the subscriber leaves, listening and waiting end at once. An async generator cannot do that: its `return` waits
 * for the `await` it stands at, which without news is for ever.
 */
export function sourceStream<Heard, Told = Heard>(
  bus: Pick<Bus, 'subscribe'>,
  topics: string | readonly string[],
  serve: (subscriber: Subscriber<Heard, Told>) => Promise<void>,
): AsyncIterableIterator<Told, void> {
  return new Repeater<Told, void>(async (push, stop) => {
    const sources = [topics].flat().map((topic) => bus.subscribe<Heard>(topic));
    const messages = Repeater.merge(sources) as AsyncIterator<Heard>;
    let left = false;
    void stop.then(() => {
      left = true;
      for (const source of sources) source.return();
    });
    let next = messages.next();

    const hear = async (quietMs?: number): Promise<Heard | null> => {
      const heard = quietMs === undefined ? await next : await within(quietMs, next);
      if (!heard) return null;
      if (heard.done) throw new Error(`nothing more is heard on ${String(topics)}`);
      next = messages.next();
      return heard.value;
    };
    try {
      await serve({
        hear: hear as Subscriber<Heard, Told>['hear'],
        tell: async (value) => void (await push(value)),
      });
    } catch (error) {
      // Nobody is left to be told what ended it.
      if (!left) throw error;
    } finally {
      stop();
    }
  });
}

/** What `promise` gives, or null after `ms`. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  const timer = new AbortController();
  try {
    return await Promise.race([promise, sleep(ms, null, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}
