import type { Stack } from '@colloquy/testkit';
import { Client } from 'pg';

/** Sets that a collection goes in an hour. */
export async function expiresInAnHour(stack: Stack, id: string): Promise<void> {
  await stack.graph.query(
    'mutation ($id: ID!, $at: DateTime) { setCollectionExpiry(id: $id, expiresAt: $at) { __typename } }',
    { id, at: new Date(Date.now() + 3_600_000) },
  );
}

/** Has that hour pass: the job that waits for it runs at once. */
export async function hourPasses(stack: Stack, id: string): Promise<void> {
  const database = new Client({ connectionString: stack.databaseUrl });
  await database.connect();
  await database.query(
    `update pgboss.job set start_after = now() where name = 'ingest.expire-collection' and data->>'collectionId' = $1`,
    [id],
  );
  await database.end();
}
