import type { DataSource } from 'typeorm';

/** Samples that were taken away are kept for so long, so that this can be undone. */
const KEPT_DAYS = 30;
const BATCH = 500;

/** Removes samples that were taken away long ago with their vectors, of all workspaces. @returns how many */
export async function removeOldSamples(dataSource: DataSource): Promise<number> {
  let removed = 0;
  for (;;) {
    const [, count]: [unknown, number] = await dataSource.query(
      `delete from transcript.voice_sample where id in (
         select id from transcript.voice_sample
          where removed_at < now() - make_interval(days => $1::int) limit ${BATCH})`,
      [KEPT_DAYS],
    );
    removed += count;
    if (count < BATCH) return removed;
  }
}
