import { newId, type JobQueue } from '@colloquy/subgraph';
import { Not, type EntityManager } from 'typeorm';
import type { Recording } from '../recording/recording.entity.ts';
import { RecordingStatus } from '../recording/recording-status.ts';
import { deliverWebhookJob } from './deliver-webhook.definition.ts';
import { WebhookDelivery, WebhookDeliveryStatus } from './webhook-delivery.entity.ts';
import { bodyOf, EVENT_TYPES, TEST_TYPE, WebhookEvent } from './webhook-event.ts';
import { Webhook } from './webhook.entity.ts';

type Queue = Pick<JobQueue, 'enqueue'>;

/** What becomes of a delivery whose webhook is switched off. */
export const SWITCHED_OFF = {
  status: WebhookDeliveryStatus.DEAD_LETTER,
  nextAttemptAt: null,
  error: 'The webhook was switched off.',
};

interface NewDelivery {
  type: string;
  data: object;
  recordingId: string | null;
  covers?: string[];
  startAfterSeconds?: number;
}

/** The webhooks of a workspace that are told of an event; none of them is deleted before the transaction ends. */
export function listeners(tx: EntityManager, workspaceId: string, event: WebhookEvent): Promise<Webhook[]> {
  return tx
    .createQueryBuilder(Webhook, 'webhook')
    .where('webhook.workspace_id = :workspaceId and webhook.enabled', { workspaceId })
    .andWhere('webhook.events @> array[:event]::text[]', { event })
    .orderBy('webhook.id')
    .setLock('for_key_share')
    .getMany();
}

/** Writes a delivery down and queues its first attempt, in the caller's transaction. */
export async function writeDelivery(
  tx: EntityManager,
  jobs: Queue,
  { id: webhookId, workspaceId }: Webhook,
  { type, data, recordingId, covers = [], startAfterSeconds = 0 }: NewDelivery,
): Promise<WebhookDelivery> {
  const id = newId();
  const createdAt = new Date();
  const delivery: WebhookDelivery = Object.assign(new WebhookDelivery(), {
    id,
    workspaceId,
    webhookId,
    type,
    recordingId,
    body: bodyOf({ id, type, createdAt, workspaceId, data }),
    covers,
    status: WebhookDeliveryStatus.PENDING,
    attempts: 0,
    retries: 0,
    createdAt,
    begunAt: null,
    lastAttemptAt: null,
    nextAttemptAt: new Date(createdAt.getTime() + startAfterSeconds * 1000),
    responseStatus: null,
    responseBody: null,
    error: null,
  });
  await tx.insert(WebhookDelivery, delivery);
  await enqueueAttempt(tx, jobs, delivery, startAfterSeconds);
  return delivery;
}

export async function enqueueAttempt(
  tx: EntityManager,
  jobs: Queue,
  { id: deliveryId, workspaceId, webhookId, attempts: attempt }: WebhookDelivery,
  startAfterSeconds: number,
): Promise<void> {
  const options = { group: webhookId, startAfterSeconds };
  await jobs.enqueue(tx, deliverWebhookJob, { workspaceId, deliveryId, attempt }, options);
}

/**
 * Makes dead letters of what waits for a webhook that is switched off, in the transaction that does so. One that is being
 * sent at this moment becomes what its attempt makes of it, and tests are sent even then.
 */
export async function giveUpWaiting(
  tx: EntityManager,
  { id: webhookId, workspaceId }: Webhook,
): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(WebhookDelivery)
    .set(SWITCHED_OFF)
    .where({ webhookId, workspaceId, status: WebhookDeliveryStatus.PENDING, type: Not(TEST_TYPE) })
    .andWhere('(begun_at is null or next_attempt_at > :now)', { now: new Date() })
    .execute();
}

/** Tells webhooks that a recording is ready or has failed, in the transaction that makes it so. */
export async function tellRecordingEnded(
  tx: EntityManager,
  jobs: Queue,
  recording: Recording,
): Promise<void> {
  const failed = recording.status === RecordingStatus.FAILED;
  const event = failed ? WebhookEvent.RECORDING_FAILED : WebhookEvent.RECORDING_READY;
  const {
    id: recordingId,
    workspaceId,
    title,
    durationMs,
    language,
    recordedAt,
    createdAt,
    problem,
  } = recording;
  const data = {
    recordingId,
    title,
    durationMs,
    language,
    recordedAt: recordedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    ...(failed && { problem: { code: problem?.code, message: problem?.message } }),
  };
  for (const webhook of await listeners(tx, workspaceId, event))
    await writeDelivery(tx, jobs, webhook, { type: EVENT_TYPES[event], data, recordingId });
}
