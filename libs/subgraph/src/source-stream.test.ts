import { createHook } from 'node:async_hooks';
import { getEventListeners } from 'node:events';
import { createPubSub } from '@graphql-yoga/subscription';
import type { Bus } from './bus.ts';
import { sourceStream } from './source-stream.ts';

const events = new EventTarget();
const pubSub = createPubSub<Record<string, [unknown]>>({ eventTarget: events as never });
const bus = { subscribe: (topic) => pubSub.subscribe(topic) as never } satisfies Pick<Bus, 'subscribe'>;

const FOR_EVER_MS = 3_600_000;
/** Every timer made while it is enabled; one that was cleared waits for -1 ms. */
const made: { _idleTimeout?: number }[] = [];
const watch = createHook({
  init(_id, type, _trigger, resource) {
    if (type === 'Timeout') made.push(resource);
  },
});
const hourLong = () => made.filter(({ _idleTimeout }) => _idleTimeout === FOR_EVER_MS).length;

/** `first`, then what is heard, `null` for each quiet `quietMs`. */
const stream = (first: string, quietMs?: number) =>
  sourceStream<string, string | null>(bus, 'news', async ({ hear, tell }) => {
    await tell(first);
    for (;;) await tell(await hear(quietMs));
  });

describe('the source stream of a subscription', () => {
  it('tells what was looked up and then what is heard, from before the looking on', async () => {
    const news = sourceStream<string>(bus, 'news', async ({ hear, tell }) => {
      pubSub.publish('news', 'said while looking');
      await tell('looked up');
      await tell(await hear());
    });
    const told: string[] = [];
    for await (const value of news) told.push(value);
    expect(told).toEqual(['looked up', 'said while looking']);
    expect(getEventListeners(events, 'news')).toHaveLength(0);
  });

  it('hears several topics', async () => {
    const news = sourceStream<string>(bus, ['news', 'weather'], async ({ hear, tell }) => {
      pubSub.publish('weather', 'rain');
      await tell(await hear());
      pubSub.publish('news', 'rain again');
      await tell(await hear());
    });
    const told: string[] = [];
    for await (const value of news) told.push(value);
    expect(told).toEqual(['rain', 'rain again']);
    for (const topic of ['news', 'weather']) expect(getEventListeners(events, topic)).toHaveLength(0);
  });

  it('says when it is quiet', async () => {
    const news = stream('first', 5);
    expect([await news.next(), await news.next()]).toMatchObject([{ value: 'first' }, { value: null }]);
    await news.return?.();
  });

  it('ends at once when the subscriber leaves without any news', async () => {
    watch.enable();
    const news = stream('first', FOR_EVER_MS);
    await news.next();
    const waiting = news.next();
    await new Promise((resolve) => setImmediate(resolve));
    watch.disable();
    expect([getEventListeners(events, 'news').length, hourLong()]).toEqual([1, 1]);

    await news.return?.();
    expect(await waiting).toMatchObject({ done: true });
    expect([getEventListeners(events, 'news').length, hourLong()]).toEqual([0, 0]);
  });

  it('fails with the failure of the looking, and stops listening', async () => {
    const news = sourceStream(bus, 'news', () => Promise.reject(new Error('not found')));
    await expect(news.next()).rejects.toThrow('not found');
    expect(getEventListeners(events, 'news')).toHaveLength(0);
  });

  it('keeps quiet about a failure after the subscriber has left', async () => {
    const lookUp = Promise.withResolvers<never>();
    const news = sourceStream(bus, 'news', () => lookUp.promise);
    const waiting = news.next();
    const leaving = news.return?.();
    lookUp.reject(new Error('too late'));
    expect(await leaving).toMatchObject({ done: true });
    expect(await waiting).toMatchObject({ done: true });
  });
});
