import type { EntityManager } from 'typeorm';

const modern = new WeakMap<object, boolean>();

/**
 * Has the nearest-neighbour searches of a transaction consider this many rows, and more where the server can. An HNSW
 * index answers 40 and no more, before those are left out that were deleted or do not match the other conditions; from
 * pgvector 0.8 on it goes on until there are enough.
 */
export async function widenNearestNeighbors(tx: EntityManager, rows: number): Promise<void> {
  await tx.query(`set local hnsw.ef_search = ${Math.trunc(rows)}`);
  if (await hasIterativeScans(tx)) await tx.query('set local hnsw.iterative_scan = relaxed_order');
}

async function hasIterativeScans(tx: EntityManager): Promise<boolean> {
  const known = modern.get(tx.connection);
  if (known !== undefined) return known;
  const [extension]: { modern: boolean }[] = await tx.query(
    `select string_to_array(substring(extversion from '^\\d+\\.\\d+'), '.')::int[] >= '{0,8}' as modern
       from pg_extension where extname = 'vector'`,
  );
  const answer = extension?.modern ?? false;
  modern.set(tx.connection, answer);
  return answer;
}
