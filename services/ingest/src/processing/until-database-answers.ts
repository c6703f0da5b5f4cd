import { isConnectionError } from '@colloquy/subgraph';

const RETRY_MS = 500;
const PATIENCE_MS = 60_000;

/**
 * Repeats `work` while the database is away. A worker that has just spent minutes on a piece should not lose it to a
 * restart; `work` is safe to repeat even when a commit got through unheard, because a finished step is no longer current.
 */
export async function untilDatabaseAnswers<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionError(error) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
