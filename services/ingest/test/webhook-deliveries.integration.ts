import type { ServerResponse } from 'node:http';
import { eventually } from '@colloquy/testkit';
import { RunningIngest } from './running-ingest.ts';
import { callWebhook, createWebhook, findWebhook, reachesDelivery } from './webhook-graph.ts';
import { verified, WebhookReceiver } from './webhook-receiver.ts';

let ingest: RunningIngest;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  ingest = await RunningIngest.start({ WEBHOOK_RETRY_SECONDS: '0,1' });
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  await receiver.stop();
});
beforeEach(() => {
  receiver.requests.length = 0;
  receiver.accept();
});

const call = (name: string, args: string) => callWebhook(ingest, name, args);
const create = (url = receiver.url) => createWebhook(ingest, url, 'RECORDING_READY');
const sendTest = (id: string) => call('sendTestWebhook', `id: "${id}"`);

describe('unless private addresses are allowed', () => {
  it('refuses one, and gives a name for one up without asking it', async () => {
    const refused = await call(
      'createWebhook',
      `input: { url: "${receiver.url}", events: [RECORDING_READY] }`,
    );
    expect(refused).toMatchObject({ code: 'WEBHOOK_URL_NOT_PUBLIC' });
    const { id } = await create(`http://localhost:${receiver.port}/`);
    await sendTest(id);
    expect(await reachesDelivery(ingest, id, 'DEAD_LETTER')).toMatchObject({
      attempts: 1,
      error: 'The address belongs to a private network or to this machine.',
    });
    expect(receiver.requests).toEqual([]);
    const moved = await call('updateWebhook', `input: { id: "${id}", url: "http://192.168.0.1/" }`);
    expect(moved).toMatchObject({ code: 'WEBHOOK_URL_NOT_PUBLIC' });
  });
});

describe('deliveries', () => {
  beforeAll(async () => {
    Object.assign(ingest.env, { WEBHOOK_ALLOW_PRIVATE: 'true', DELETE_GRACE_SECONDS: '0' });
    await ingest.restartService();
  }, 60_000);

  it('are tried again with the same id, given up, and driven again one by one or all', async () => {
    const { id, secret } = await create();
    receiver.refuse(503);
    await sendTest(id);
    const dead = await reachesDelivery(ingest, id, 'DEAD_LETTER');
    expect(dead).toMatchObject({
      attempts: 3,
      responseStatus: 503,
      responseBody: 'nothanks',
      error: 'The receiver answered 503.',
      nextAttemptAt: null,
    });
    expect(receiver.requests.map(({ headers }) => headers['webhook-id'])).toEqual([
      dead.id,
      dead.id,
      dead.id,
    ]);
    for (const request of receiver.requests) verified(secret, request);

    receiver.accept();
    expect(await call('redriveWebhookDelivery', `id: "${dead.id}"`)).toMatchObject({ status: 'PENDING' });
    expect(await reachesDelivery(ingest, id, 'DELIVERED')).toMatchObject({ id: dead.id, attempts: 4 });
    const again = await call('redriveWebhookDelivery', `id: "${dead.id}"`);
    expect(again).toMatchObject({ code: 'WEBHOOK_DELIVERY_NOT_DEAD' });

    for (let i = 0; i < 3; i++) await sendTest(id);
    await eventually(() => receiver.requests.length === 7);
    await eventually(
      async () => (await findWebhook(ingest, id, '(status: DELIVERED)')).deliveries.totalCount === 4,
    );
    await ingest.platform.dataSource.query(`update ingest.webhook_delivery set status = 'DEAD_LETTER'`);
    expect(await findWebhook(ingest, id)).toMatchObject({ deadLetterCount: 4 });
    const all = await call('redriveWebhookDeliveries', `webhookId: "${id}"`);
    expect(all).toMatchObject({ count: 4, remaining: 0 });
    await eventually(() => receiver.requests.length === 11);
  }, 60_000);

  it('to a receiver that does not answer take no other’s turn', async () => {
    const silent = await WebhookReceiver.start();
    silent.answer = () => undefined;
    const slow = await create(silent.url);
    for (let i = 0; i < 6; i++) await sendTest(slow.id);
    await eventually(() => silent.requests.length === 2);
    const { id } = await create();
    await sendTest(id);
    await eventually(() => receiver.requests.length === 1);
    // Nobody has given up on the silent one yet.
    expect(silent.requests).toHaveLength(2);
    await call('deleteWebhook', `id: "${slow.id}"`);
    await silent.stop();
  }, 60_000);

  it('are listed newest first, page by page', async () => {
    const { id } = await create();
    const ids: (string | undefined)[] = [];
    for (let i = 0; i < 3; i++) ids.unshift((await sendTest(id)).id);
    // What is on its way would reach the next test.
    await eventually(() => receiver.requests.length === 3);
    const first = (await findWebhook(ingest, id, '(first: 2)')).deliveries;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = (await findWebhook(ingest, id, `(first: 2, after: "${first.pageInfo.endCursor}")`))
      .deliveries;
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(ids);
    const { errors } = await ingest.graph.request(
      `{ webhook(id: "${id}") { deliveries(after: "x") { totalCount } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('are signed with both secrets while one is changed, and with one when it has become known', async () => {
    const { id, secret } = await create();
    const rotated = await call('rotateWebhookSecret', `id: "${id}"`);
    expect((await findWebhook(ingest, id)).oldSecretValidUntil).not.toBeNull();
    await sendTest(id);
    const between = await eventually(() => receiver.requests[0]);
    verified(secret, between);
    verified(rotated.secret ?? '', between);
    const known = await call('rotateWebhookSecret', `id: "${id}", keepOldForHours: 0`);
    await sendTest(id);
    const afterwards = await eventually(() => receiver.requests[1]);
    verified(known.secret ?? '', afterwards);
    expect(() => verified(rotated.secret ?? '', afterwards)).toThrow();
    expect(await call('rotateWebhookSecret', `id: "${id}", keepOldForHours: 1000`)).toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  it('lose nothing when the service is killed while it sends, and can be told from repetitions', async () => {
    const { id, secret } = await create();
    const { id: old } = await sendTest(id);
    await reachesDelivery(ingest, id, 'DELIVERED');
    receiver.answer = () => undefined;
    const { id: deliveryId } = await sendTest(id);
    await eventually(() => receiver.requests.length === 2);
    await ingest.stopService();
    receiver.accept();
    await ingest.platform.dataSource.query(
      `update ingest.webhook_delivery set created_at = now() - interval '31 days' where id = $1`,
      [old],
    );
    await ingest.startService();
    await eventually(() => receiver.requests.length === 3, 30_000);
    const ids = receiver.requests.map((request) => verified(secret, request).id);
    expect(ids).toEqual([old, deliveryId, deliveryId]);
    expect(await reachesDelivery(ingest, id, 'DELIVERED')).toMatchObject({ attempts: 1 });
    // What is too old for the log left it when the service started.
    expect((await findWebhook(ingest, id)).deliveries.edges.map(({ node }) => node.id)).toEqual([deliveryId]);
  }, 60_000);

  it('of a webhook that is switched off are not tried again', async () => {
    const { id } = await create();
    const { promise: asked, resolve: ask } = Promise.withResolvers<ServerResponse>();
    receiver.answer = (response) => ask(response);
    const { id: sent } = await sendTest(id);
    const response = await asked;
    // A test is sent even then; what it stands for here is not.
    await ingest.platform.dataSource.query(
      `update ingest.webhook_delivery set type = 'recording.ready' where id = $1`,
      [sent],
    );
    await call('updateWebhook', `input: { id: "${id}", enabled: false }`);
    response.writeHead(500).end();
    expect(await reachesDelivery(ingest, id, 'DEAD_LETTER')).toMatchObject({
      attempts: 1,
      error: 'The webhook was switched off.',
    });
    expect(receiver.requests).toHaveLength(1);
  });

  it('of a recording that is gone for good are not sent any more, and not kept', async () => {
    const { id } = await create();
    receiver.refuse(503);
    const { id: sent } = await sendTest(id);
    await reachesDelivery(ingest, id, 'DEAD_LETTER');
    const input = { title: 'Gone', format: 'TEXT', content: 'Ann: Hello.' };
    const imported = await ingest.mutate('importTranscript', 'ImportTranscriptInput!', input);
    await ingest.platform.dataSource.query(
      'update ingest.webhook_delivery set recording_id = $2 where id = $1',
      [sent, imported.id],
    );
    await ingest.graph.query('mutation ($id: ID!) { deleteRecording(id: $id) { __typename } }', {
      id: imported.id,
    });
    await eventually(async () => (await findWebhook(ingest, id)).deliveries.totalCount === 0);
  });

  it('that wait for a webhook are given up as soon as it is switched off, however long they would have waited', async () => {
    Object.assign(ingest.env, { WEBHOOK_RETRY_SECONDS: '57600' });
    await ingest.restartService();
    const { id } = await create();
    receiver.refuse(503);
    const { id: waiting } = await sendTest(id);
    const { id: test } = await sendTest(id);
    const deliveries = async () => {
      const { edges } = (await findWebhook(ingest, id)).deliveries;
      return edges.map(({ node: { id: deliveryId, status, attempts, nextAttemptAt, error } }) => ({
        id: deliveryId,
        status,
        attempts,
        waits: nextAttemptAt !== null,
        error,
      }));
    };
    await eventually(async () => (await deliveries()).every(({ attempts }) => attempts === 1));
    await ingest.platform.dataSource.query(
      `update ingest.webhook_delivery set type = 'recording.ready' where id = $1`,
      [waiting],
    );
    await call('updateWebhook', `input: { id: "${id}", enabled: false }`);
    expect(await deliveries()).toEqual([
      { id: test, status: 'PENDING', attempts: 1, waits: true, error: 'The receiver answered 503.' },
      {
        id: waiting,
        status: 'DEAD_LETTER',
        attempts: 1,
        waits: false,
        error: 'The webhook was switched off.',
      },
    ]);

    // Sent again where it is on again, once.
    await call('updateWebhook', `input: { id: "${id}", enabled: true }`);
    receiver.requests.length = 0;
    receiver.accept();
    await call('redriveWebhookDelivery', `id: "${waiting}"`);
    await eventually(async () => (await deliveries()).at(-1)?.status === 'DELIVERED');
    expect(receiver.requests).toHaveLength(1);
  }, 60_000);
});
