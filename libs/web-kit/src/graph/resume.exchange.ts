import { map, pipe } from 'wonka';
import type { Exchange, Operation, OperationResult, RequestPolicy } from 'urql';
import { connection } from './connection.ts';
import { isPassing, waitBeforeRetryMs } from './passing.ts';

/** A query on screen, and how it fares. */
interface Watched {
  operation: Operation;
  /** What was last answered in full. */
  data?: unknown;
  /** How often it was asked in vain since. */
  failures: number;
  retry?: ReturnType<typeof setTimeout>;
  /** Set once nobody looks at it any more. */
  left?: ReturnType<typeof setTimeout>;
}

/** A page that asks again leaves its query first, and takes it up in the same breath. */
const KEPT_AFTER_LEAVING_MS = 1_000;

/**
 * Keeps what is on screen true over interruptions. Every query is asked again when the connection stands again:
 * subscriptions resume by themselves, but what happened in the gap was never sent. A query that a server or service did
 * not answer keeps the data it had, beside the error, and is asked again, less and less often, until it is answered.
 */
export const resumeExchange: Exchange = ({ client, forward }) => {
  const watched = new Map<number, Watched>();
  const askAgain = ({ operation }: Watched, requestPolicy: RequestPolicy) =>
    client.reexecuteOperation(
      client.createRequestOperation('query', operation, { ...operation.context, requestPolicy }),
    );
  connection.onResume(() => {
    for (const query of watched.values()) {
      if (query.left) continue;
      query.failures = 0;
      askAgain(query, 'cache-and-network');
    }
  });
  const observed = (operation: Operation): Operation => {
    const { kind, key } = operation;
    const known = watched.get(key);
    if (kind === 'query' && known) {
      clearTimeout(known.left);
      Object.assign(known, { operation, left: undefined });
    } else if (kind === 'query') watched.set(key, { operation, failures: 0 });
    if (kind === 'teardown' && known) {
      clearTimeout(known.retry);
      known.left = setTimeout(() => watched.delete(key), KEPT_AFTER_LEAVING_MS);
    }
    return operation;
  };
  const answered = (result: OperationResult): OperationResult => {
    const query = watched.get(result.operation.key);
    if (!query || result.stale) return result;
    if (result.error && isPassing(result.error)) {
      clearTimeout(query.retry);
      query.retry = setTimeout(() => askAgain(query, 'network-only'), waitBeforeRetryMs(query.failures++));
      return query.data === undefined ? result : { ...result, data: query.data };
    }
    if (!result.error) query.data = result.data;
    // What the cache says tells nothing of who does not answer.
    if (result.operation.context.meta?.cacheOutcome !== 'hit') {
      clearTimeout(query.retry);
      query.failures = 0;
    }
    return result;
  };
  return (operations) => pipe(forward(pipe(operations, map(observed))), map(answered));
};
