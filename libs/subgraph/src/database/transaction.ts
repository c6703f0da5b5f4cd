import type { DataSource, EntityManager } from 'typeorm';

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';
const MAX_ATTEMPTS = 5;

/**
 * Runs `work` in a transaction and retries it whole when PostgreSQL asks for that.
 * Inside, use only the given manager: on the embedded database a second connection would wait for this one for ever.
 * No network, no model call, no long loop inside. Tell subscribers after it has returned.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      const code = (error as { code?: string }).code;
      const retriable = code === DEADLOCK || code === SERIALIZATION_FAILURE;
      if (!retriable || attempt === MAX_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (1 + Math.random())));
    }
  }
}
