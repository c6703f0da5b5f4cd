import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RecordingDocument, RecordingStatusDocument } from '../gql/graphql.ts';
import { Connection } from './connection.ts';

let server: Server;
let answer: RequestListener;
let connection: Connection;

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  connection = new Connection({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/library` });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const says =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status).end(body);
const ask = (signal?: AbortSignal) => connection.query(RecordingDocument, { id: '1' }, { signal });

describe('a query', () => {
  it.each([
    [
      'an error of the graph',
      200,
      '{"data":null,"errors":[{"message":"Down.","extensions":{"code":"SUBGRAPH_UNAVAILABLE","recovery":["Wait."]}}]}',
      { code: 'SUBGRAPH_UNAVAILABLE', message: 'Down.', recovery: ['Wait.'], status: undefined },
    ],
    [
      'a refusal by the gateway',
      403,
      '{"code":"HOST_NOT_ALLOWED","message":"Not here.","troubleshooting":["Look."],"recovery":["Go."]}',
      { code: 'HOST_NOT_ALLOWED', message: 'Not here.', troubleshooting: ['Look.'], status: 403 },
    ],
    ['the page of a proxy', 502, '<html>', { code: 'HTTP_502', status: 502 }],
    ['the page of something else', 200, '<html>', { code: 'ANSWER_INVALID' }],
  ])('tells %s', async (_what, status, body, expected) => {
    answer = says(status, body);
    await expect(ask()).rejects.toMatchObject({ name: 'ColloquyError', ...expected });
  });

  it('tells that nothing answers at an address', async () => {
    server.close();
    await expect(ask()).rejects.toMatchObject({
      code: 'SERVER_UNREACHABLE',
      message: expect.stringContaining(connection.url),
    });
  });

  it('is left with the reason of its signal', async () => {
    answer = () => undefined;
    const leaving = new AbortController();
    const asked = ask(leaving.signal);
    leaving.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
  });
});

describe('a subscription', () => {
  const result = (progress: number) =>
    `event: next\ndata: {"data":{"recordingStatusChanged":{"progress":${progress}}}}\n\n`;
  const begin = (signal?: AbortSignal) =>
    connection.subscribe(RecordingStatusDocument, { recordingId: '1' }, { signal });

  it('goes on after a broken stream, a server that is not there yet and a character cut in two', async () => {
    const character = Buffer.from('é');
    const turns: RequestListener[] = [
      (_request, response) => response.writeHead(200).end(result(0.1) + 'event: next\ndata: {"da'),
      says(503, 'not yet'),
      (request) => request.socket.destroy(),
      (_request, response) => {
        response.writeHead(200).write(`${result(0.2)}:\n\nevent: next\ndata: {"data":"`);
        response.write(character.subarray(0, 1), () => {
          response.write(character.subarray(1));
          response.end('"}\n\nevent: complete\ndata:\n\n');
        });
      },
    ];
    answer = (request, response) => turns.shift()?.(request, response);
    const heard: unknown[] = [];
    for await (const next of begin()) heard.push(next);
    expect(heard).toEqual([
      { recordingStatusChanged: { progress: 0.1 } },
      { recordingStatusChanged: { progress: 0.2 } },
      'é',
    ]);
    expect(turns).toEqual([]);
  });

  it('ends with what the server refuses', async () => {
    answer = says(403, '{"code":"ORIGIN_NOT_ALLOWED","message":"No."}');
    await expect(begin().next()).rejects.toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' });
  });

  it('is left by its signal while it waits, and the server learns of it', async () => {
    const left = new Promise<void>((resolve) => {
      answer = (request, response) => {
        request.socket.once('close', () => resolve());
        response.writeHead(200).write(result(0.1));
      };
    });
    const leaving = new AbortController();
    const results = begin(leaving.signal);
    await results.next();
    const next = results.next();
    leaving.abort(new Error('left'));
    await expect(next).rejects.toThrow('left');
    await left;
  });
});
