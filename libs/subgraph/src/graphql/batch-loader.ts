import DataLoader from 'dataloader';
import type { Context } from './context.ts';

/** Finds many at once; in any order, without those that do not exist. */
export type FindMany<T> = (keys: readonly string[], workspaceId: string) => Promise<readonly T[]>;

/**
 * Gathers the look-ups of one request made in the same tick into one query. Nothing is kept from one tick to the next:
 * a subscription's context lives for hours.
 */
export function batchLoader<T>(
  find: FindMany<T>,
  keyOf: (found: T) => string,
): (key: string, context: Context) => Promise<T | null> {
  const grouped = batchGroupLoader(find, keyOf);
  return async (key, context) => (await grouped(key, context))[0] ?? null;
}

/** The same for look-ups that find several by one key. */
export function batchGroupLoader<T>(
  find: FindMany<T>,
  keyOf: (found: T) => string,
): (key: string, context: Context) => Promise<T[]> {
  const loaders = new WeakMap<Context, DataLoader<string, T[]>>();
  return (key, context) => {
    let loader = loaders.get(context);
    if (!loader) {
      loader = new DataLoader<string, T[]>(
        async (keys) => {
          const found = await find([...new Set(keys)], context.workspaceId);
          const byKey = Map.groupBy(found, keyOf);
          return keys.map((wanted) => byKey.get(wanted) ?? []);
        },
        { cache: false, maxBatchSize: 1_000 },
      );
      loaders.set(context, loader);
    }
    return loader.load(key);
  };
}
