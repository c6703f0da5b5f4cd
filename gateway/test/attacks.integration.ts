import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import WebSocket from 'ws';
import { readEnv } from '../src/env.ts';
import { startGateway } from '../src/gateway.ts';
import { raw, startAll } from './running.ts';
import type { GraphQLAnswer, Running } from './running.ts';
import { composeSmallSupergraph } from './small-subgraphs.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Bytes as they are, and everything that comes back until the server closes or `ms` have passed. */
function talk(url: string, bytes: string, ms = 2_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const timer = setTimeout(() => socket.destroy(), ms);
    socket.on('data', (chunk) => (received += chunk.toString('latin1'))).on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(received);
    });
  });
}

describe('a hostile client', () => {
  let running: Running;
  const seen: { url?: string; headers: Record<string, unknown> }[] = [];
  const note = (req: { url?: string; headers: object }, res: ServerResponse) => {
    seen.push({ url: req.url, headers: { ...req.headers } });
    res.writeHead(200).end('ok');
  };
  beforeAll(async () => {
    running = await startAll({ ingestRoutes: note, transcriptRoutes: note });
  });
  afterAll(() => running.close());
  beforeEach(() => void seen.splice(0));

  it('cannot tell services where a request comes from', async () => {
    await raw(running.url, '/audio/1', {
      headers: {
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=10.0.0.1;host=evil.example',
        'x-real-ip': '10.0.0.1',
      },
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(running.url).host,
    });
    expect(seen[0]?.headers).not.toHaveProperty('forwarded');
    expect(seen[0]?.headers).not.toHaveProperty('x-real-ip');
  });

  it.each([
    '/audio/../graphql',
    '/audio/%2e%2e/graphql',
    '/audio/..%2fgraphql',
    '/upload/%2e%2e%5cgraphql',
    '/exports/./../metrics',
    '/upload//../metrics',
  ])('does not reach other routes of a service through a pipe: %s', async (path) => {
    expect((await raw(running.url, path)).status).toBe(400);
    expect(seen).toEqual([]);
  });

  it('cannot smuggle a second request behind an ambiguous length', async () => {
    const host = new URL(running.url).host;
    const smuggled = 'GET /audio/smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
    for (const lengths of [
      'Content-Length: 5\r\nTransfer-Encoding: chunked',
      'Content-Length: 5\r\nContent-Length: 60',
      'Transfer-Encoding: chunked, identity',
    ]) {
      const answer = await talk(
        running.url,
        `PATCH /upload/1 HTTP/1.1\r\nHost: ${host}\r\n${lengths}\r\n\r\n0\r\n\r\n${smuggled}`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect(seen.filter(({ url }) => url?.includes('smuggled'))).toEqual([]);
  });

  it('is refused when it sends more headers than anybody needs', async () => {
    const host = new URL(running.url).host;
    const answer = await talk(
      running.url,
      `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('is cut off when it sends too much over a WebSocket', async () => {
    const socket = new WebSocket(`${running.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { x: 'a'.repeat(1_200_000) } }));
    expect(await closed).toBe(1009);
  });

  it('meets the same limits over a WebSocket as by HTTP', async () => {
    const client = createClient({
      url: `${running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
    });
    const before = running.ingest.hits();
    const aliases = Array.from({ length: 40 }, (_, i) => `a${i}: recording(id: "1") { id }`).join(' ');
    for (const query of [`{ ${aliases} }`, '{ recordings(first: 100000) { edges { node { id } } } }']) {
      const outcome = await client
        .iterate({ query })
        .next()
        .then(
          ({ value }) => value as GraphQLAnswer,
          (errors: unknown) => ({ errors }),
        );
      expect(JSON.stringify(outcome)).toContain('OPERATION_TOO_LARGE');
    }
    expect(running.ingest.hits()).toBe(before);
    await client.dispose();
  });

  it('learns nothing from what it breaks', async () => {
    const bodies = [
      '{',
      '[]',
      'null',
      '"x"',
      '{"query":1}',
      '{"query":"{"}',
      '{"query":"{ nothing }"}',
      '{}',
    ];
    for (const body of bodies) {
      const answer = await raw(running.url, '/graphql', { method: 'POST', headers: JSON_TYPE, body });
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).not.toMatch(/node_modules|\.ts:|\.js:|127\.0\.0\.1|stack/);
    }
  });
});

describe('an address others can reach', () => {
  it('comes with a warning that there is no access control', async () => {
    const warnings: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) });
    const gateway = await startGateway(
      readEnv({ PORT: '0', HOST: '0.0.0.0', SUPERGRAPH: composeSmallSupergraph(), SHUTDOWN_SECONDS: '0.1' }),
      log,
    );
    await gateway.close();
    expect(warnings.join()).toContain('no access control yet');
  });
});
