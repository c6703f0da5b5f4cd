import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { readEnv } from '../src/env.ts';
import { startGateway } from '../src/gateway.ts';
import { raw } from './running.ts';
import type { GraphQLAnswer } from './running.ts';
import { composeSmallSupergraph } from './small-subgraphs.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{ recordings(first: 1) { edges { node { title segments(first: 1) { text } } } } }';

describe('a subgraph that has gone mad', () => {
  let mad: Server;
  let reply: (res: ServerResponse) => void = (res) => res.end();
  let url = '';
  let close: () => Promise<void>;

  beforeAll(async () => {
    mad = createServer((req, res) => {
      req.resume().on('end', () => reply(res));
    });
    await new Promise<void>((resolve) => mad.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(mad.address() as AddressInfo).port}`;
    const gateway = await startGateway(
      readEnv({
        PORT: '0',
        INGEST_URL: address,
        TRANSCRIPT_URL: address,
        SUPERGRAPH: composeSmallSupergraph(),
        SUBGRAPH_TIMEOUT_SECONDS: '2',
        SHUTDOWN_SECONDS: '0.2',
      }),
      pino({ level: 'silent' }),
    );
    ({ url, close } = gateway);
  });
  afterAll(async () => {
    await close();
    mad.closeAllConnections();
    await new Promise((resolve) => mad.close(resolve));
  });

  const json =
    (body: string, status = 200) =>
    (res: ServerResponse) =>
      void res.writeHead(status, JSON_TYPE).end(body);
  const drip = (res: ServerResponse) => {
    res.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => res.write(' '), 50);
    res.once('close', () => clearInterval(timer));
  };
  const flood = (res: ServerResponse) => {
    res.writeHead(200, JSON_TYPE);
    const piece = Buffer.alloc(2 ** 20, ' ');
    const more = () => {
      while (!res.destroyed && res.write(piece));
    };
    res.on('drain', more);
    more();
  };

  it.each([
    ['HTML', json('<html>Error at /srv/app.ts:12</html>')],
    ['half a JSON document', json('{"data":{"recordings"')],
    ['nothing', json('')],
    ['null', json('null')],
    ['a number', json('42')],
    ['neither data nor errors', json('{}')],
    ['an error page', json('Cannot POST /graphql', 502)],
    ['a closed connection', (res: ServerResponse) => void res.destroy()],
    ['silence', () => undefined],
    ['one byte at a time', drip],
    ['more than anybody can hold', flood],
  ])('costs only its fields when it answers %s', async (_what, answer) => {
    reply = answer;
    const begin = Date.now();
    const response = await raw(url, '/graphql', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query: QUERY }),
    });
    expect(Date.now() - begin).toBeLessThan(20_000);
    const { errors } = JSON.parse(response.body) as GraphQLAnswer;
    expect(errors?.[0]?.extensions['code']).toBe('SUBGRAPH_UNAVAILABLE');
    expect(response.body).not.toMatch(/127\.0\.0\.1|app\.ts|Cannot POST|stack|did not answer within/);
  });

  it('says that an operation is too large for it, not that it is down', async () => {
    reply = json('{"code":"BODY_TOO_LARGE","message":"at /srv/app.ts:12"}', 413);
    const response = await raw(url, '/graphql', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query: QUERY }),
    });
    expect((JSON.parse(response.body) as GraphQLAnswer).errors?.[0]).toMatchObject({
      message: 'The operation is larger than the ingest service takes at once.',
      extensions: { code: 'OPERATION_TOO_LARGE' },
    });
    expect(response.body).not.toMatch(/app\.ts/);
  });

  it.each([
    ['errors that are no objects', '{"errors":[null, 7, "x"]}'],
    ['data of another shape', '{"data":{"recordings":{"edges":"no"}}}'],
    ['data without what was asked', '{"data":{}}'],
  ])('does not take the gateway along with %s', async (_what, body) => {
    reply = json(body);
    const ask = () =>
      raw(url, '/graphql', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: QUERY }) });
    const answer = await ask();
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatch(/^\{/);
    expect(answer.body).not.toMatch(/127\.0\.0\.1|stack|TypeError/);
    expect((await raw(url, '/healthz')).status).toBe(200);
  });
});
