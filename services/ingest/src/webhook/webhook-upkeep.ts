import type { DataSource } from 'typeorm';

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
