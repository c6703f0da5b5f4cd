import { setTimeout as sleep } from 'node:timers/promises';
import { disposableDatabase, type DisposableDatabase } from '@colloquy/testkit';
import { Query, Resolver } from 'type-graphql';
import WebSocket from 'ws';
import {
  buildFederatedSchema,
  createDataSource,
  startPlatform,
  startSubgraph,
  type RunningSubgraph,
} from '../src/index.ts';

const SERVICE_TOKEN = 'a token of the gateway';

@Resolver()
class Answers {
  @Query(() => Boolean, { description: 'Yes.' })
  yes(): boolean {
    return true;
  }

  @Query(() => Boolean, { description: 'Meets a full disk.' })
  full(): boolean {
    throw Object.assign(new Error('no space left on device, write /srv/data/x'), { code: 'ENOSPC' });
  }
}

let database: DisposableDatabase;
let running: RunningSubgraph;

beforeAll(async () => {
  database = await disposableDatabase();
  const env = {
    NODE_ENV: 'test' as const,
    DATABASE_URL: database.url,
    COLLOQUY_DATA: '/tmp',
    LOG_LEVEL: 'silent' as const,
    GRAPH_URL: 'http://127.0.0.1:1/graphql',
  };
  const dataSource = createDataSource({
    url: database.url,
    schema: 'probe',
    entities: [],
    migrations: [],
  });
  running = await startSubgraph({
    name: 'probe',
    env: { ...env, HOST: '127.0.0.1', PORT: 0, SERVICE_TOKEN },
    platform: await startPlatform({ name: 'probe', env, dataSource }),
    schema: await buildFederatedSchema({ resolvers: [Answers] }),
    maxBodyBytes: 1_000,
    routes: (app) => void app.get('/files/:name', (_request, response) => void response.send('a file')),
  });
});

afterAll(async () => {
  await running.stop();
  await database.drop();
});

const ask = (headers: Record<string, string>, body: string = JSON.stringify({ query: '{ yes }' })) =>
  fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const fromGateway = { 'x-service-token': SERVICE_TOKEN };

it('answers the gateway', async () => {
  expect(await (await ask(fromGateway)).json()).toEqual({ data: { yes: true } });
});

it.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['a wrong token', { 'x-service-token': 'another token of the gateway' }],
  ['the origin of a page', { origin: 'https://evil.example' }],
])('refuses what carries %s', async (_, headers) => {
  for (const response of [await ask(headers), await fetch(`${running.url}/files/1`, { headers })]) {
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'NOT_FROM_GATEWAY', recovery: [expect.any(String)] });
  }
});

it('opens no socket for a page, and one for the gateway', async () => {
  const open = async (headers: Record<string, string>) => {
    const socket = new WebSocket(`${running.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
    });
    const outcome = await new Promise((resolve) => {
      socket.once('open', () => resolve('open')).once('error', ({ message }) => resolve(message));
    });
    socket.terminate();
    await sleep(10);
    return outcome;
  };
  expect(await open({ origin: 'https://evil.example' })).toContain('401');
  expect(await open(fromGateway)).toBe('open');
});

it('tells whoever watches over it that it lives', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics'])
    expect((await fetch(`${running.url}${path}`)).status).toBe(200);
});

describe('has one shape for every error', () => {
  const problem = (code: string) => ({
    code,
    message: expect.any(String),
    troubleshooting: [expect.any(String)],
    recovery: [expect.any(String)],
  });

  it.each([
    ['no JSON', 400, 'BAD_REQUEST', () => ask(fromGateway, '{')],
    ['too large a body', 413, 'BODY_TOO_LARGE', () => ask(fromGateway, `"${'x'.repeat(2_000)}"`)],
    [
      'no such address',
      404,
      'ADDRESS_NOT_FOUND',
      () => fetch(`${running.url}/x/y`, { headers: fromGateway }),
    ],
    [
      'an address that cannot be decoded',
      400,
      'BAD_REQUEST',
      () => fetch(`${running.url}/files/%E0%A4%A`, { headers: fromGateway }),
    ],
  ])('%s', async (_, status, code, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(problem(code));
  });

  it('a full disk, without saying where', async () => {
    const response = await ask(fromGateway, JSON.stringify({ query: '{ full }' }));
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    const [{ message, extensions } = { message: '', extensions: {} }] = errors;
    expect({ message, ...extensions }).toEqual(problem('DISK_FULL'));
    expect(message).not.toContain('/srv');
  });
});
