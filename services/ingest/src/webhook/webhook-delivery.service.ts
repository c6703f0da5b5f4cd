import {
  batchGroupLoader,
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  inTransaction,
  isId,
  toConnection,
  type Connection,
  type JobQueue,
} from '@colloquy/subgraph';
import type { DataSource, EntityManager, FindOptionsWhere } from 'typeorm';
import { WebhookDelivery, WebhookDeliveryStatus } from './webhook-delivery.entity.ts';
import { TEST_TYPE } from './webhook-event.ts';
import { enqueueAttempt, writeDelivery } from './webhook-outbox.ts';
import { deliveryNotDead, deliveryNotFound } from './webhook.errors.ts';
import { lockWebhook } from './webhook.service.ts';

const MAX_PAGE_SIZE = 100;
const MAX_REDRIVEN = 500;

export interface DeliveryPage {
  first: number;
  after?: string | null | undefined;
  status?: WebhookDeliveryStatus | null | undefined;
}

/** The log of deliveries, and what can be done with what is in it. */
export class WebhookDeliveryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** Newest first. @throws ExpectedError `PAGE_SIZE_INVALID` · `CURSOR_INVALID` */
  async page(
    workspaceId: string,
    webhookId: string,
    { first, after, status }: DeliveryPage,
  ): Promise<Connection<WebhookDelivery>> {
    checkPageSize(first, MAX_PAGE_SIZE);
    const query = this.dataSource.manager
      .createQueryBuilder(WebhookDelivery, 'delivery')
      .where({ webhookId, workspaceId });
    if (status) query.andWhere({ status });
    const totalCount = await query.getCount();
    if (after) query.andWhere('delivery.id < :before', { before: readCursor(after) });
    // Ids are in the order of making.
    const rows = await query
      .orderBy('delivery.id', 'DESC')
      .limit(first + 1)
      .getMany();
    return toConnection(rows, first, totalCount, ({ id }) => encodeCursor([id]), Boolean(after));
  }

  /** How many dead letters a webhook has. */
  readonly deadLetters = batchGroupLoader<{ webhookId: string; count: number }>(
    (webhookIds, workspaceId) =>
      this.dataSource.query(
        `select webhook_id as "webhookId", count(*)::int as count from ingest.webhook_delivery
          where webhook_id = any($1) and workspace_id = $2 and status = $3 group by webhook_id`,
        [webhookIds, workspaceId, WebhookDeliveryStatus.DEAD_LETTER],
      ),
    ({ webhookId }) => webhookId,
  );

  /** Also to one that is switched off. @throws ExpectedError `WEBHOOK_NOT_FOUND` */
  sendTest(workspaceId: string, webhookId: string): Promise<WebhookDelivery> {
    return inTransaction(this.dataSource, async (tx) => {
      const webhook = await lockWebhook(tx, workspaceId, webhookId);
      const data = { message: 'This is a test.' };
      return writeDelivery(tx, this.jobs, webhook, { type: TEST_TYPE, data, recordingId: null });
    });
  }

  /** @throws ExpectedError `WEBHOOK_DELIVERY_NOT_FOUND` · `WEBHOOK_DELIVERY_NOT_DEAD` */
  redrive(workspaceId: string, id: string): Promise<WebhookDelivery> {
    return inTransaction(this.dataSource, async (tx) => {
      const where = { id, workspaceId };
      const delivery = isId(id) ? await lockFirst(tx, where, 1) : [];
      const [found] = delivery;
      if (!found) throw deliveryNotFound();
      if (found.status !== WebhookDeliveryStatus.DEAD_LETTER) throw deliveryNotDead();
      return this.startAgain(tx, found);
    });
  }

  /** The oldest dead letters of a webhook, 500 at most. @throws ExpectedError `WEBHOOK_NOT_FOUND` */
  redriveAll(workspaceId: string, webhookId: string): Promise<{ count: number; remaining: number }> {
    return inTransaction(this.dataSource, async (tx) => {
      await lockWebhook(tx, workspaceId, webhookId);
      const where = { webhookId, workspaceId, status: WebhookDeliveryStatus.DEAD_LETTER };
      const dead = await lockFirst(tx, where, MAX_REDRIVEN);
      for (const delivery of dead) await this.startAgain(tx, delivery);
      return { count: dead.length, remaining: await tx.countBy(WebhookDelivery, where) };
    });
  }

  /** With all its attempts before it, as if it had just been written. */
  private async startAgain(tx: EntityManager, delivery: WebhookDelivery): Promise<WebhookDelivery> {
    const { id, workspaceId } = delivery;
    const values = { status: WebhookDeliveryStatus.PENDING, retries: 0, nextAttemptAt: new Date() };
    await tx.update(WebhookDelivery, { id, workspaceId }, values);
    Object.assign(delivery, values);
    await enqueueAttempt(tx, this.jobs, delivery, 0);
    return delivery;
  }
}

const lockFirst = (tx: EntityManager, where: FindOptionsWhere<WebhookDelivery>, take: number) =>
  tx.find(WebhookDelivery, { where, order: { id: 'ASC' }, take, lock: { mode: 'pessimistic_write' } });

function readCursor(after: string): string {
  const [id] = decodeCursor(after, 1);
  if (typeof id === 'string' && isId(id)) return id;
  throw cursorInvalid();
}
