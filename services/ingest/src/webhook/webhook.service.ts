import { batchLoader, inTransaction, isId, newId } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { inputInvalid } from '../recording/recording.errors.ts';
import { checkDescription, checkEvents, checkUrl } from './webhook-input.ts';
import type { WebhookEvent } from './webhook-event.ts';
import { giveUpWaiting } from './webhook-outbox.ts';
import { newSecret } from './webhook-signature.ts';
import { Webhook } from './webhook.entity.ts';
import { tooManyWebhooks, webhookNotFound } from './webhook.errors.ts';

const MAX_WEBHOOKS = 50;
const MAX_OVERLAP_HOURS = 168;
const HOUR_MS = 3_600_000;

interface WebhookDetails {
  url: string;
  events: WebhookEvent[];
  description?: string | null | undefined;
}

/** What an update leaves out stays. */
interface WebhookChanges {
  url?: string | null | undefined;
  events?: WebhookEvent[] | null | undefined;
  description?: string | null | undefined;
  enabled?: boolean | null | undefined;
}

/** Makes, changes and removes webhooks. */
export class WebhookService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: { allowPrivate: boolean },
  ) {}

  /** In the order they were made. */
  list(workspaceId: string): Promise<Webhook[]> {
    return this.dataSource.manager.find(Webhook, { where: { workspaceId }, order: { id: 'ASC' } });
  }

  /** Null when there is none with this id. */
  readonly find = batchLoader<Webhook>(
    (ids, workspaceId) => this.dataSource.manager.findBy(Webhook, { id: In(ids.filter(isId)), workspaceId }),
    ({ id }) => id,
  );

  /** @throws ExpectedError `WEBHOOK_URL_INVALID` · `WEBHOOK_URL_NOT_PUBLIC` · `INPUT_INVALID` · `WEBHOOK_LIMIT_REACHED` */
  async create(workspaceId: string, { url, events, description }: WebhookDetails): Promise<Webhook> {
    const webhook: Webhook = Object.assign(new Webhook(), {
      id: newId(),
      workspaceId,
      url: checkUrl(url, this.rules),
      description: checkDescription(description),
      events: checkEvents(events),
      enabled: true,
      secret: newSecret(),
      previousSecret: null,
      previousSecretUntil: null,
      createdAt: new Date(),
    });
    await inTransaction(this.dataSource, async (tx) => {
      if ((await tx.countBy(Webhook, { workspaceId })) >= MAX_WEBHOOKS) throw tooManyWebhooks(MAX_WEBHOOKS);
      await tx.insert(Webhook, webhook);
    });
    return webhook;
  }

  /** @throws ExpectedError `WEBHOOK_NOT_FOUND`, and as `create` does */
  update(workspaceId: string, id: string, changes: WebhookChanges): Promise<Webhook> {
    const { url, events, description, enabled } = changes;
    const values = {
      ...(typeof url === 'string' && { url: checkUrl(url, this.rules) }),
      ...(events && { events: checkEvents(events) }),
      ...(description !== undefined && { description: checkDescription(description) }),
      ...(typeof enabled === 'boolean' && { enabled }),
    };
    return this.change(workspaceId, id, values);
  }

  /**
   * Makes a new secret; until the old one ends, both sign.
   * @throws ExpectedError `WEBHOOK_NOT_FOUND` · `INPUT_INVALID`
   */
  async rotateSecret(workspaceId: string, id: string, keepOldForHours: number): Promise<Webhook> {
    if (!(keepOldForHours >= 0 && keepOldForHours <= MAX_OVERLAP_HOURS))
      throw inputInvalid(`The old secret is kept for 0 to ${MAX_OVERLAP_HOURS} hours.`);
    const previousSecretUntil = new Date(Date.now() + keepOldForHours * HOUR_MS);
    return this.change(workspaceId, id, ({ secret }) => ({
      secret: newSecret(),
      previousSecret: keepOldForHours > 0 ? secret : null,
      previousSecretUntil: keepOldForHours > 0 ? previousSecretUntil : null,
    }));
  }

  /** Its deliveries go with it. @throws ExpectedError `WEBHOOK_NOT_FOUND` */
  async remove(workspaceId: string, id: string): Promise<void> {
    const { affected } = isId(id)
      ? await this.dataSource.manager.delete(Webhook, { id, workspaceId })
      : { affected: 0 };
    if (!affected) throw webhookNotFound();
  }

  private change(
    workspaceId: string,
    id: string,
    values: Partial<Webhook> | ((webhook: Webhook) => Partial<Webhook>),
  ): Promise<Webhook> {
    return inTransaction(this.dataSource, async (tx) => {
      const webhook = await lockWebhook(tx, workspaceId, id);
      const changed = await tx.save(
        Object.assign(webhook, typeof values === 'function' ? values(webhook) : values),
      );
      if (!changed.enabled) await giveUpWaiting(tx, changed);
      return changed;
    });
  }
}

/** @throws ExpectedError `WEBHOOK_NOT_FOUND` */
export async function lockWebhook(tx: EntityManager, workspaceId: string, id: string): Promise<Webhook> {
  const where = { id, workspaceId };
  const webhook = isId(id) ? await tx.findOne(Webhook, { where, lock: { mode: 'pessimistic_write' } }) : null;
  if (!webhook) throw webhookNotFound();
  return webhook;
}
