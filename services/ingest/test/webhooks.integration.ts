import { speakerIdentified, transcriptChanged, type EventPayload } from '@colloquy/contracts';
import { inTransaction, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';
import { callWebhook, createWebhook, findWebhook, reachesDelivery } from './webhook-graph.ts';
import { verified, WebhookReceiver } from './webhook-receiver.ts';

let ingest: RunningIngest;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  ingest = await RunningIngest.start({
    WEBHOOK_ALLOW_PRIVATE: 'true',
    WEBHOOK_RETRY_SECONDS: '1',
    WEBHOOK_COALESCE_SECONDS: '1',
  });
  await ingest.startWorker();
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  await receiver.stop();
  removeMadeAudio();
});
beforeEach(() => {
  receiver.requests.length = 0;
  receiver.accept();
});

const call = (name: string, args: string) => callWebhook(ingest, name, args);
const create = (events: string) => createWebhook(ingest, receiver.url, events);

async function importCall(title: string): Promise<string> {
  const input = { title, format: 'TEXT', content: 'Ann: Hello.\nBen: Good morning.' };
  const { id } = await ingest.mutate('importTranscript', 'ImportTranscriptInput!', input);
  if (!id) throw new Error('not imported');
  return id;
}

function change(
  recordingId: string,
  values: Partial<EventPayload<typeof transcriptChanged>>,
): EventPayload<typeof transcriptChanged> {
  const { workspaceId } = ingest.of('transcribed', recordingId)[0] as { workspaceId: string };
  return {
    workspaceId,
    recordingId,
    transcriptId: newId(),
    version: 2,
    runId: null,
    reason: 'text-edited',
    segmentIds: [newId()],
    ...values,
  };
}

const publish = (...changes: EventPayload<typeof transcriptChanged>[]) =>
  inTransaction(ingest.platform.dataSource, async (tx) => {
    for (const each of changes) await ingest.platform.jobs.publish(tx, transcriptChanged, each);
  });

describe('webhooks', () => {
  it('are made, changed and deleted, and tell their secret once', async () => {
    const { id, secret } = await create('RECORDING_READY, RECORDING_READY');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await findWebhook(ingest, id)).toMatchObject({
      url: receiver.url,
      events: ['RECORDING_READY'],
      enabled: true,
      deadLetterCount: 0,
      oldSecretValidUntil: null,
      deliveries: { totalCount: 0 },
    });
    const changed = `input: { id: "${id}", description: "The\\u0007 archive", events: [RECORDING_FAILED] }`;
    expect(await call('updateWebhook', changed)).toMatchObject({
      description: 'The archive',
      events: ['RECORDING_FAILED'],
      url: receiver.url,
    });
    expect(await call('deleteWebhook', `id: "${id}"`)).toEqual({ __typename: 'DeletedWebhook', id });
    expect(await call('deleteWebhook', `id: "${id}"`)).toMatchObject({ code: 'WEBHOOK_NOT_FOUND' });
  });

  it('refuse what they cannot be', async () => {
    const refusal = async (url: string, events: string) =>
      (await call('createWebhook', `input: { url: "${url}", events: [${events}] }`)).code;
    expect(await refusal('gopher://example.com', 'RECORDING_READY')).toBe('WEBHOOK_URL_INVALID');
    expect(await refusal('https://example.com', '')).toBe('INPUT_INVALID');
    expect(await refusal('nonsense', 'RECORDING_READY')).toBe('WEBHOOK_URL_INVALID');
  });

  it('belong to their workspace', async () => {
    const { id } = await create('RECORDING_READY');
    await call('sendTestWebhook', `id: "${id}"`);
    const { id: deliveryId } = await reachesDelivery(ingest, id, 'DELIVERED');
    const elsewhere = [newId()];
    const { dataSource } = ingest.platform;
    await dataSource.query('update ingest.webhook set workspace_id = $1', elsewhere);
    await dataSource.query(
      `update ingest.webhook_delivery set workspace_id = $1, status = 'DEAD_LETTER'`,
      elsewhere,
    );
    await expect(findWebhook(ingest, id)).rejects.toThrow('no webhook');
    expect(await ingest.graph.query('{ webhooks { id } }')).toEqual({ webhooks: [] });
    const notFound = { code: 'WEBHOOK_NOT_FOUND' };
    expect(await call('updateWebhook', `input: { id: "${id}", enabled: false }`)).toMatchObject(notFound);
    expect(await call('rotateWebhookSecret', `id: "${id}"`)).toMatchObject(notFound);
    expect(await call('sendTestWebhook', `id: "${id}"`)).toMatchObject(notFound);
    expect(await call('redriveWebhookDeliveries', `webhookId: "${id}"`)).toMatchObject(notFound);
    expect(await call('deleteWebhook', `id: "${id}"`)).toMatchObject(notFound);
    expect(await call('redriveWebhookDelivery', `id: "${deliveryId}"`)).toMatchObject({
      code: 'WEBHOOK_DELIVERY_NOT_FOUND',
    });
    const recordingId = await importCall('Nobody is told');
    // Whoever is told of it is so in the transaction that makes it ready.
    await ingest.reaches(recordingId, 'READY');
    const written: unknown[] = await dataSource.query(
      'select 1 from ingest.webhook_delivery where recording_id = $1',
      [recordingId],
    );
    expect(written).toEqual([]);
    await dataSource.query('delete from ingest.webhook');
  });
});

describe('events', () => {
  it('tells that a recording is ready, signed, once to each webhook that listens', async () => {
    const { id, secret } = await create('RECORDING_READY, RECORDING_FAILED');
    const { id: deaf } = await create('RECORDING_FAILED');
    const recordingId = await importCall('Quarterly call');
    const request = await eventually(() => receiver.requests[0]);
    const payload = verified(secret, request);
    expect(payload).toMatchObject({
      version: 1,
      id: request.headers['webhook-id'],
      type: 'recording.ready',
      data: { recordingId, title: 'Quarterly call' },
    });
    expect(() => verified('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', request)).toThrow();
    expect(await reachesDelivery(ingest, id, 'DELIVERED')).toMatchObject({
      id: payload.id,
      requestBody: request.body,
      attempts: 1,
      responseStatus: 204,
      error: null,
    });
    expect((await findWebhook(ingest, deaf)).deliveries.totalCount).toBe(0);
    expect(receiver.requests).toHaveLength(1);
    await call('deleteWebhook', `id: "${id}"`);
    await call('deleteWebhook', `id: "${deaf}"`);
  });

  it('tells why a recording failed in the worker', async () => {
    const { id, secret } = await create('RECORDING_FAILED');
    ingest.script({ failure: 'permanent' });
    const answer = await ingest.create(await ingest.upload(audio(3, 'mp3'), 'broken.mp3'));
    const request = await eventually(() => receiver.requests[0]);
    ingest.script({});
    expect(verified(secret, request)).toMatchObject({
      type: 'recording.failed',
      data: {
        recordingId: answer.id,
        title: 'broken',
        problem: { code: 'SCRIPTED_PERMANENT', message: 'The engine was told to fail.' },
      },
    });
    await call('deleteWebhook', `id: "${id}"`);
  });

  it('tells a burst of changes of a transcript as few, and each of them once', async () => {
    const recordingId = await importCall('Edited');
    await ingest.reaches(recordingId, 'READY');
    const { id } = await create('TRANSCRIPT_CHANGED');
    const transcriptId = newId();
    const burst = Array.from({ length: 60 }, (_, i) =>
      change(recordingId, {
        transcriptId,
        version: i + 2,
        reason: i === 9 ? 'speaker-renamed' : 'text-edited',
      }),
    );
    await publish(...burst);
    await eventually(async () => {
      const { deliveries } = await findWebhook(ingest, id);
      const told = deliveries.edges.map(
        ({ node }) => JSON.parse(node.requestBody).data as { version: number },
      );
      return told[0]?.version === 61 && deliveries.edges.every(({ node }) => node.status === 'DELIVERED');
    });
    const told = receiver.of('transcript.changed').map(({ payload }) => payload.data);
    // One for each second's worth of changes: more on a machine that is busy, never one each.
    expect(told.length).toBeLessThan(20);
    const segmentIds = told.flatMap((data) => data['segmentIds'] as string[]);
    expect(new Set(segmentIds)).toEqual(new Set(burst.flatMap((each) => each.segmentIds)));
    expect(segmentIds).toHaveLength(60);
    for (const data of told) expect(data).toMatchObject({ recordingId, transcriptId });
    const reasons = told.flatMap((data) => data['reasons'] as string[]);
    expect(new Set(reasons)).toEqual(new Set(['text-edited', 'speaker-renamed']));

    // One that comes again joins nothing.
    const next = change(recordingId, { transcriptId, version: 62 });
    await publish(...burst.slice(3, 4), next);
    await eventually(() => receiver.requests.length === told.length + 1);
    expect(receiver.requests.at(-1)?.payload.data).toMatchObject({
      version: 62,
      reasons: ['text-edited'],
      segmentIds: next.segmentIds,
    });
    await publish(change(recordingId, { transcriptId, version: 63, segmentIds: null }));
    await eventually(() => receiver.requests.length === told.length + 2);
    expect(receiver.requests.at(-1)?.payload.data).toMatchObject({ version: 63, segmentIds: null });
    await call('deleteWebhook', `id: "${id}"`);
  }, 60_000);

  it('tells of a speaker who is known by voice, once', async () => {
    const recordingId = await importCall('Known voices');
    await ingest.reaches(recordingId, 'READY');
    const { id } = await create('SPEAKER_IDENTIFIED');
    const { workspaceId } = ingest.of('transcribed', recordingId)[0] as { workspaceId: string };
    const data = {
      recordingId,
      speakerId: newId(),
      outcome: 'sure' as const,
      profileId: newId(),
      name: 'Anna Lee',
      confidence: 0.97,
      model: 'speaker-96',
      draft: true,
    };
    const { dataSource, jobs } = ingest.platform;
    for (const speakerId of [data.speakerId, data.speakerId, newId()])
      await inTransaction(dataSource, (tx) =>
        jobs.publish(tx, speakerIdentified, { workspaceId, ...data, speakerId }),
      );
    await eventually(() => receiver.requests.length === 2);
    expect(receiver.of('speaker.identified')[0]?.payload.data).toEqual(data);
    await call('deleteWebhook', `id: "${id}"`);
  });
});
