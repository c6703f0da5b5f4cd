import { In, type DataSource, type EntityManager } from 'typeorm';
import { WebhookDelivery, WebhookDeliveryStatus } from './webhook-delivery.entity.ts';

const BATCH = 1_000;

/**
 * Removes old deliveries with their bodies, of all workspaces: what was said of a recording is not kept longer in a log
 * than in the recording. What was never delivered goes too.
 * @returns how many were removed
 */
export async function removeOldDeliveries(dataSource: DataSource, days: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const [, count]: [unknown, number] = await dataSource.query(
      `delete from ingest.webhook_delivery where id in (
         select id from ingest.webhook_delivery
          where created_at < now() - make_interval(secs => $1::float8) limit ${BATCH})`,
      [days * 86_400],
    );
    removed += count;
    if (count < BATCH) return removed;
  }
}

/** Removes what was to be said of a recording that is gone: nobody is told of it any more, by driving it again either. */
export async function forgetUndelivered(
  tx: EntityManager,
  workspaceId: string,
  recordingId: string,
): Promise<void> {
  const status = In([WebhookDeliveryStatus.PENDING, WebhookDeliveryStatus.DEAD_LETTER]);
  await tx.delete(WebhookDelivery, { recordingId, workspaceId, status });
}
