import { eventually } from '@colloquy/testkit';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { startAll } from './running.ts';
import type { Running } from './running.ts';
import { startSmallSubgraph } from './small-subgraphs.ts';

interface Tick {
  seq: number;
  recording: { title: string; segments: { id: string }[] | null };
}

const TICKS = 'subscription { ticks { seq recording { title segments(first: 1) { id } } } }';

describe('subscriptions', () => {
  let running: Running;
  beforeEach(async () => {
    running = await startAll();
  });
  afterEach(() => running.close());

  const connect = () =>
    createClient({ url: `${running.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });

  it('follow one subgraph over a WebSocket and take fields from the other', async () => {
    const client = connect();
    const ticks = client.iterate<{ ticks: Tick }>({ query: TICKS });
    const first = await ticks.next();
    expect(first.value?.data?.ticks).toEqual({
      seq: 0,
      recording: { title: 'Recording 1', segments: [{ id: '1' }] },
    });
    await ticks.return?.();
    await client.dispose();
  });

  it('resume when the subgraph is killed and comes back', async () => {
    const client = connect();
    const seen: number[] = [];
    const ticks = client.iterate<{ ticks: Tick }>({ query: '# resumed\nsubscription { ticks { seq } }' });
    const reading = (async () => {
      for await (const { data } of ticks) if (data) seen.push(data.ticks.seq);
    })();
    await eventually(() => seen.length >= 3);
    const { port } = running.ingest;
    await running.ingest.kill();
    running.ingest = await startSmallSubgraph('ingest', { port });
    // What had been sent before it was killed may still come.
    await eventually(() => seen.lastIndexOf(0) > 0 && seen.at(-1) !== 0);
    const again = seen.lastIndexOf(0);
    expect(seen).toEqual([...seen.slice(0, again).keys(), ...seen.slice(again).keys()]);
    await ticks.return?.();
    await reading;
    await client.dispose();
  });

  it('end in the subgraph when the client leaves', async () => {
    const client = connect();
    const ticks = client.iterate<{ ticks: Tick }>({ query: TICKS });
    await ticks.next();
    await client.dispose();
    await eventually(async () => {
      const metrics = await (await fetch(`${running.url}/metrics`)).text();
      return metrics.includes('colloquy_gateway_sockets 0');
    });
  });

  it('come by server-sent events as well', async () => {
    const stop = new AbortController();
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: TICKS }),
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let received = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      received += decoder.decode(chunk as Uint8Array, { stream: true });
      if (received.includes('"seq":2')) break;
    }
    expect(received).toContain('"title":"Recording 1"');
    stop.abort();
  });

  it('are limited per socket and by cost', async () => {
    await running.close();
    running = await startAll({ env: { MAX_SUBSCRIPTIONS_PER_SOCKET: '3', MAX_COST: '5' } });
    const client = connect();
    const open = Array.from({ length: 3 }, () =>
      client.iterate<{ ticks: Tick }>({ query: 'subscription { ticks { seq } }' }),
    );
    await Promise.all(open.map((ticks) => ticks.next()));
    await expect(client.iterate({ query: 'subscription { ticks { seq } }' }).next()).rejects.toMatchObject([
      { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } },
    ]);
    const other = connect();
    const costly = await other
      .iterate({ query: 'subscription { ticks { recording { segments(first: 50) { id } } } }' })
      .next();
    expect(costly.value?.errors?.[0]?.extensions?.['code']).toBe('OPERATION_TOO_LARGE');
    await Promise.all([client.dispose(), other.dispose()]);
  });

  const refused = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(`${running.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers,
      });
      socket.on('unexpected-response', (_req, res) => resolve(res.statusCode ?? 0));
      socket.on('open', () => reject(new Error('it was opened')));
      socket.on('error', () => undefined);
    });

  it('come over as many sockets as may be open', async () => {
    await running.close();
    running = await startAll({ env: { MAX_SOCKETS: '1' } });
    const client = connect();
    await client.iterate({ query: TICKS }).next();
    expect(await refused({})).toBe(503);
    await client.dispose();
  });

  it('survive an opening that holds what no header may', async () => {
    const client = createClient({
      url: `${running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'x\r\nEvil: 1' },
    });
    expect((await client.iterate({ query: TICKS }).next()).value?.data).toBeDefined();
    await client.dispose();
  });

  it('are not opened to pages of other origins', async () => {
    expect(await refused({ origin: 'https://evil.example' })).toBe(403);
    expect(await refused({ host: 'evil.example' })).toBe(403);
  });
});
