// Takes the job of the queue `killed`, tells its parent, and holds it until it is killed.
import { PgBoss } from 'pg-boss';

const boss = new PgBoss({ connectionString: process.argv[2] ?? '', schema: 'jobs' });
boss.on('error', () => undefined);
process.on('disconnect', () => process.exit());
await boss.start();
await boss.work('killed', { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 1 }, async ([job]) => {
  process.send?.(job?.id);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
