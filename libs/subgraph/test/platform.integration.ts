import { recordingDeleted } from '@colloquy/contracts';
import { disposableDatabase, eventually, type DisposableDatabase } from '@colloquy/testkit';
import { z } from 'zod';
import { Ctx, Field, ID, Mutation, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import {
  buildFederatedSchema,
  createDataSource,
  defineJob,
  ExpectedError,
  inTransaction,
  newId,
  startPlatform,
  startSubgraph,
  type Context,
  type Platform,
  type RunningSubgraph,
} from '../src/index.ts';

const count = defineJob('probe.count', z.object({ n: z.int() }), { retryLimit: 2, retryDelaySeconds: 1 });

@ObjectType({ description: 'A thing.' })
class Thing {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

let bus: Platform['bus'];

@Resolver(() => Thing)
class ThingResolver {
  @Query(() => Thing, { description: 'A thing, or trouble.' })
  thing(@Ctx() ctx: Context): Thing {
    if (ctx.requestId.startsWith('expected'))
      throw new ExpectedError({ code: 'NO_THING', message: 'There is none.' });
    if (ctx.requestId.startsWith('unexpected')) throw new Error('secret detail');
    return { id: ctx.workspaceId };
  }

  @Mutation(() => Boolean, { description: 'Nothing.' })
  nothing(): boolean {
    return true;
  }

  @Subscription(() => Thing, {
    subscribe: () => lost(),
    description: 'What ends when the database goes.',
  })
  lostThings(@Root() thing: Thing): Thing {
    return thing;
  }

  @Subscription(() => Thing, {
    subscribe: () => bus.subscribe('things'),
    description: 'Things as they come.',
  })
  things(@Root() thing: Thing): Thing {
    return thing;
  }
}

/** Tells one thing, and loses the database at the next. */
async function* lost(): AsyncGenerator<Thing> {
  yield { id: 'a' };
  await Promise.resolve();
  throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
}

const env = {
  NODE_ENV: 'test' as const,
  DATABASE_URL: '',
  COLLOQUY_DATA: '/tmp',
  LOG_LEVEL: 'silent' as const,
  GRAPH_URL: 'http://127.0.0.1:1/graphql',
};
const newDataSource = () =>
  createDataSource({ url: env.DATABASE_URL, schema: 'probe', entities: [], migrations: [] });

describe('a service on its platform', () => {
  let database: DisposableDatabase;
  let platform: Platform;
  let running: RunningSubgraph;
  const counted: number[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    database = await disposableDatabase();
    env.DATABASE_URL = database.url;
    const dataSource = newDataSource();
    platform = await startPlatform({
      name: 'chat',
      env,
      dataSource,
      handles: [count],
      consumes: [recordingDeleted],
      publishes: [recordingDeleted],
    });
    bus = platform.bus;
    let failures = 1;
    platform.jobs.handle(count, async ({ n }) => {
      if (n === 7 && failures-- > 0) throw new Error('first try fails');
      counted.push(n);
    });
    platform.jobs.subscribe(recordingDeleted, async ({ recordingId }) => void told.push(recordingId));
    const schema = await buildFederatedSchema({ resolvers: [ThingResolver] });
    running = await startSubgraph({
      name: 'chat',
      env: { ...env, HOST: '127.0.0.1', PORT: 0 },
      platform,
      schema,
    });
  });

  afterAll(async () => {
    await running.stop();
    await database.drop();
  });

  it('carries out a job only when the transaction that sent it commits', async () => {
    const refused = inTransaction(platform.dataSource, async (tx) => {
      await platform.jobs.enqueue(tx, count, { n: 1 });
      throw new Error('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    await inTransaction(platform.dataSource, (tx) => platform.jobs.enqueue(tx, count, { n: 2 }));
    await eventually(() => counted.includes(2));
    expect(counted).not.toContain(1);
  });

  it('does not rest between jobs that wait', async () => {
    const many = Array.from({ length: 100 }, (_, i) => 1_000 + i);
    await inTransaction(platform.dataSource, async (tx) => {
      for (const n of many) await platform.jobs.enqueue(tx, count, { n });
    });
    // One at a time with the polling interval in between takes 100 s.
    await eventually(() => counted.filter((n) => n >= 1_000).length === many.length, 50_000);
    expect(counted.filter((n) => n >= 1_000)).toEqual(many);
  }, 60_000);

  it('tries a failed job again', async () => {
    await inTransaction(platform.dataSource, (tx) => platform.jobs.enqueue(tx, count, { n: 7 }));
    await eventually(() => counted.includes(7));
  });

  it('refuses a payload of the wrong shape before it is sent', async () => {
    const send = inTransaction(platform.dataSource, (tx) =>
      platform.jobs.enqueue(tx, count, { n: 'x' } as never),
    );
    await expect(send).rejects.toThrow();
  });

  it('tells consumers of an event', async () => {
    const recordingId = newId();
    await inTransaction(platform.dataSource, (tx) =>
      platform.jobs.publish(tx, recordingDeleted, { workspaceId: newId(), recordingId }),
    );
    await eventually(() => told.includes(recordingId));
  });

  it('forgets whatever was about something, without reading all that is kept', async () => {
    const [gone, kept] = [newId(), newId()];
    const { dataSource, jobs } = platform;
    for (const recordingId of [gone, kept])
      await inTransaction(dataSource, (tx) =>
        jobs.publish(tx, recordingDeleted, { workspaceId: newId(), recordingId }),
      );
    await eventually(() => told.includes(gone) && told.includes(kept));
    await inTransaction(dataSource, async (tx) => {
      await jobs.forget(tx, 'recordingId', gone);
      // A handful of jobs is read faster than any index.
      await tx.query('set local enable_seqscan = off');
      const plan: Record<string, string>[] = await tx.query(
        `explain delete from pgboss.job where data->>'recordingId' = '${gone}'`,
      );
      expect(JSON.stringify(plan)).not.toContain('Seq Scan');
    });
    const left: { id: string }[] = await dataSource.query(
      `select distinct data->>'recordingId' as id from pgboss.job where data->>'recordingId' in ('${gone}', '${kept}')`,
    );
    expect(left).toEqual([{ id: kept }]);
  });

  it('does not start with a job that nobody handles', async () => {
    const other = await startPlatform({
      name: 'chat',
      env,
      dataSource: newDataSource(),
      handles: [defineJob('probe.orphan', z.object({}))],
    });
    await expect(other.jobs.start()).rejects.toThrow('probe.orphan has no handler');
    await other.close();
  });

  it('carries messages of any size over the bus', async () => {
    const heard: string[] = [];
    const big = 'ü'.repeat(20_000);
    const listening = (async () => {
      for await (const message of bus.subscribe<string>('big')) {
        heard.push(message);
        if (message.length >= big.length) break;
      }
    })();
    // Nothing is kept for whoever does not listen yet.
    await eventually(() => heard.length > 0 || bus.publish('big', 'small'));
    bus.publish('big', big);
    await listening;
    expect(new Set(heard)).toEqual(new Set(['small', big]));
  });

  const ask = async (requestId: string) => {
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': requestId },
      body: JSON.stringify({ query: '{ thing { id } }' }),
    });
    return (await response.json()) as {
      data?: { thing?: { id: string } };
      errors?: { message: string; extensions: Record<string, unknown> }[];
    };
  };

  it('answers queries, shows expected failures and hides unexpected ones', async () => {
    expect((await ask('fine-request')).data?.thing?.id).toMatch(/^0{8}-/);
    expect((await ask('expected-1')).errors?.[0]).toMatchObject({
      message: 'There is none.',
      extensions: { code: 'NO_THING', recovery: [] },
    });
    const hidden = await ask('unexpected-1');
    expect(JSON.stringify(hidden)).not.toContain('secret detail');
    expect(hidden.errors?.[0]?.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      errorId: expect.any(String),
    });
  });

  it('serves subscriptions over WebSocket', async () => {
    const client = createClient({
      url: `${running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
    });
    const things = client.iterate<{ things: { id: string } }>({ query: 'subscription { things { id } }' });
    let first: unknown;
    void things.next().then(({ value }) => (first = value));
    await eventually(() => first ?? bus.publish('things', { id: 'a' }));
    expect(first).toMatchObject({ data: { things: { id: 'a' } } });
    await client.dispose();
  });

  it('ends a subscription that loses the database by what passes, for its subscriber to come back', async () => {
    const client = createClient({
      url: `${running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
    });
    const things = client.iterate({ query: 'subscription { lostThings { id } }' });
    expect((await things.next()).value).toMatchObject({ data: { lostThings: { id: 'a' } } });
    expect((await things.next()).value).toMatchObject({
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', recovery: [expect.any(String)] } }],
    });
    expect((await things.next()).done).toBe(true);
    await client.dispose();
  });
});
