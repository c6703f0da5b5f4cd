import { inTransaction, type JobContext, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { deliverWebhookJob } from './deliver-webhook.definition.ts';
import { WebhookDelivery, WebhookDeliveryStatus } from './webhook-delivery.entity.ts';
import { TEST_TYPE } from './webhook-event.ts';
import { enqueueAttempt, SWITCHED_OFF } from './webhook-outbox.ts';
import type { Attempt, WebhookSender } from './webhook-sender.ts';
import { signatureHeaders } from './webhook-signature.ts';
import { secretsOf, Webhook } from './webhook.entity.ts';

type Payload = z.infer<typeof deliverWebhookJob.payload>;

interface Begun {
  webhook: Webhook;
  delivery: WebhookDelivery;
}

/** Waits are a little longer at random: what failed together does not come back together. */
const JITTER = 0.1;

/** Makes one attempt at a delivery. Whatever dies in between, it is made again with the same id. */
export class WebhookDeliveryRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly sender: Pick<WebhookSender, 'send'>,
    /** The waits before the second and further attempts. */
    private readonly retrySeconds: readonly number[],
  ) {}

  async run(payload: Payload, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    const begun = await this.begin(payload);
    if (!begun) return;
    const { webhook, delivery } = begun;
    const at = new Date();
    const headers = signatureHeaders({ ...delivery, secrets: secretsOf(webhook, at), at });
    const attempt = await this.sender.send(webhook.url, headers, delivery.body, signal);
    await this.finish(payload, webhook, attempt);
  }

  /** Null when there is nothing (more) to do for this job. */
  private begin(payload: Payload): Promise<Begun | null> {
    return inTransaction(this.dataSource, async (tx) => {
      const delivery = await lockDelivery(tx, payload);
      if (!delivery) return null;
      const { id, webhookId, workspaceId } = delivery;
      const webhook = await tx.findOneByOrFail(Webhook, { id: webhookId, workspaceId });
      if (isOff(webhook, delivery)) {
        await tx.update(WebhookDelivery, { id, workspaceId }, SWITCHED_OFF);
        return null;
      }
      await tx.update(WebhookDelivery, { id, workspaceId }, { begunAt: delivery.begunAt ?? new Date() });
      return { webhook, delivery };
    });
  }

  private async finish(
    payload: Payload,
    { id: webhookId, workspaceId }: Webhook,
    attempt: Attempt,
  ): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      // Held until the end: whoever switches it off finds either what is planned here, or is found.
      const webhook = await tx.findOne(Webhook, {
        where: { id: webhookId, workspaceId },
        lock: { mode: 'for_key_share' },
      });
      const delivery = await lockDelivery(tx, payload);
      if (!webhook || !delivery) return;
      const wait = attempt.delivered || attempt.hopeless ? undefined : this.retrySeconds[delivery.retries];
      const seconds = wait === undefined ? null : Math.round(wait * (1 + Math.random() * JITTER));
      const now = Date.now();
      Object.assign(delivery, {
        status: statusAfter(attempt, seconds),
        attempts: delivery.attempts + 1,
        retries: delivery.retries + 1,
        lastAttemptAt: new Date(now),
        nextAttemptAt: seconds === null ? null : new Date(now + seconds * 1000),
        responseStatus: attempt.status,
        responseBody: attempt.responseBody,
        error: attempt.error,
      });
      const isGivenUp = seconds !== null && isOff(webhook, delivery);
      await tx.save(Object.assign(delivery, isGivenUp && SWITCHED_OFF));
      if (seconds !== null && !isGivenUp) await enqueueAttempt(tx, this.jobs, delivery, seconds);
    });
  }
}

/** Tests are sent even then. */
const isOff = ({ enabled }: Webhook, { type }: WebhookDelivery): boolean => !enabled && type !== TEST_TYPE;

function statusAfter({ delivered }: Attempt, retryInSeconds: number | null): WebhookDeliveryStatus {
  if (delivered) return WebhookDeliveryStatus.DELIVERED;
  return retryInSeconds === null ? WebhookDeliveryStatus.DEAD_LETTER : WebhookDeliveryStatus.PENDING;
}

/** The delivery, while this attempt is the one that it waits for. */
async function lockDelivery(
  tx: EntityManager,
  { workspaceId, deliveryId, attempt }: Payload,
): Promise<WebhookDelivery | null> {
  return tx.findOne(WebhookDelivery, {
    where: {
      id: deliveryId,
      workspaceId,
      attempts: attempt,
      status: WebhookDeliveryStatus.PENDING,
    },
    lock: { mode: 'pessimistic_write' },
  });
}
