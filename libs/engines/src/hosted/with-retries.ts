import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { EngineError } from '../engine.error.ts';

const RETRIES = 4;
/** Who asks for a longer wait is left to the caller, whose worker can do something else meanwhile. */
const MAX_WAIT_MS = 30_000;

/**
 * Tries again what may pass, after waiting twice as long each time, and as long as the other side asks for.
 * @param backoffMs the first wait; each is up to twice as long by chance, so that many do not come at once
 */
export function withRetries<T>(
  work: () => Promise<T>,
  { signal, backoffMs }: { signal: AbortSignal; backoffMs: number },
): Promise<T> {
  let askedForMs = 0;
  const attempt = async () => {
    if (askedForMs > 0) await sleep(askedForMs, undefined, { signal });
    return work();
  };
  return pRetry(attempt, {
    retries: RETRIES,
    minTimeout: backoffMs,
    randomize: true,
    signal,
    shouldRetry: ({ error, retryDelay }) => {
      if (!(error instanceof EngineError) || !error.transient) return false;
      const { retryAfterMs = 0 } = error;
      askedForMs = Math.max(0, retryAfterMs - retryDelay);
      return retryAfterMs <= MAX_WAIT_MS;
    },
  });
}
