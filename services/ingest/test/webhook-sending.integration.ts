import { createServer, type AddressInfo, type Server } from 'node:net';
import type { Lookup } from '../src/webhook/public-address.ts';
import { WebhookSender } from '../src/webhook/webhook-sender.ts';
import { WebhookReceiver } from './webhook-receiver.ts';

/** Longer than anything takes here, on the slowest machine. */
const TIMEOUT_MS = 10_000;

let receiver: WebhookReceiver;
beforeAll(async () => (receiver = await WebhookReceiver.start()));
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.requests.length = 0;
  receiver.accept();
});

const never = new AbortController().signal;
const open = new WebhookSender({ allowPrivate: true, timeoutMs: TIMEOUT_MS });
const send = (url = receiver.url, sender = open) => sender.send(url, { 'webhook-id': 'x' }, '{}', never);

let lookUps = 0;
const resolvingTo =
  (...addresses: string[]): Lookup =>
  (_host, _options, callback) => {
    lookUps += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
const guarded = (...addresses: string[]) =>
  new WebhookSender({ allowPrivate: false, timeoutMs: TIMEOUT_MS, lookup: resolvingTo(...addresses) });
const refused = { delivered: false, hopeless: true, status: null, responseBody: null };

describe('addresses that are not public', () => {
  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00:ec2::254'])(
    'are not connected to under a name: %s',
    async (address) => {
      const url = `http://receiver.example:${receiver.port}/`;
      expect(await send(url, guarded(address))).toMatchObject(refused);
      expect(receiver.requests).toEqual([]);
    },
  );

  it.each(['127.0.0.1', '[::1]', '[::ffff:7f00:1]', '0.0.0.0', '2130706433'])(
    'are not connected to as they are: %s',
    async (host) => {
      const sender = new WebhookSender({ allowPrivate: false, timeoutMs: TIMEOUT_MS });
      expect(await send(`http://${host}:${receiver.port}/`, sender)).toMatchObject(refused);
      expect(receiver.requests).toEqual([]);
    },
  );

  it('are not connected to when only one of several is', async () => {
    const url = `http://receiver.example:${receiver.port}/`;
    expect(await send(url, guarded('1.1.1.1', '127.0.0.1'))).toMatchObject(refused);
    expect(receiver.requests).toEqual([]);
  });

  it('are not hidden by a name that means another one a moment later: it is looked up once', async () => {
    lookUps = 0;
    await send(`http://receiver.example:${receiver.port}/`, guarded('127.0.0.1'));
    expect(lookUps).toBe(1);
  });

  it('are connected to where that is allowed', async () => {
    expect(await send()).toMatchObject({ delivered: true, status: 204, error: null });
  });
});

describe('receivers that misbehave', () => {
  it('follows no redirect', async () => {
    const elsewhere = await WebhookReceiver.start();
    receiver.answer = (response) => void response.writeHead(307, { location: elsewhere.url }).end();
    expect(await send()).toMatchObject({
      delivered: false,
      hopeless: false,
      status: 307,
      error: 'The receiver answered 307: redirects are not followed.',
    });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
  });

  it('waits for no answer, nor for the end of one, longer than it should', async () => {
    const within = (timeoutMs: number) =>
      send(receiver.url, new WebhookSender({ allowPrivate: true, timeoutMs }));
    receiver.answer = () => undefined;
    expect(await within(600)).toMatchObject({
      delivered: false,
      hopeless: false,
      status: null,
      error: 'There was no whole answer within 0.6 s.',
    });
    receiver.answer = (response) => void response.writeHead(200).write('one moment …');
    expect(await within(3_000)).toMatchObject({
      delivered: false,
      status: 200,
      error: 'There was no whole answer within 3 s.',
    });
  });

  it('reads the beginning of an endless answer and keeps less', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    // Its end never comes: whoever read more of it than 64 KiB would wait in vain.
    receiver.answer = (response) => {
      response.once('close', close);
      response.writeHead(200).write('x'.repeat(80 * 1024));
    };
    const attempt = await send();
    expect(attempt).toMatchObject({ delivered: true, status: 200 });
    expect(attempt.responseBody).toHaveLength(4_000);
    await closed;
  });

  it('keeps what the database can hold of an answer', async () => {
    receiver.refuse(500);
    expect(await send()).toMatchObject({ delivered: false, status: 500, responseBody: 'nothanks' });
  });

  it('says what went wrong where nothing answers HTTP', async () => {
    const garbage: Server = createServer((socket) => void socket.resume().end('hello\r\n\r\n'));
    await new Promise<void>((resolve) => garbage.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(garbage.address() as AddressInfo).port}/`;
    expect(await send(url)).toMatchObject({ delivered: false, hopeless: false, status: null });
    await new Promise((resolve) => garbage.close(resolve));
    const { error } = await send(url);
    expect(error).toContain('ECONNREFUSED');
  });
});

it('tells nothing of an attempt that the end of the process cut off', async () => {
  receiver.answer = () => undefined;
  const stopping = new AbortController();
  const sending = open.send(receiver.url, {}, '{}', stopping.signal);
  stopping.abort();
  await expect(sending).rejects.toThrow();
});
