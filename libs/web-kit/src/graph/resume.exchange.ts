import { map, pipe } from 'wonka';
import type { Exchange, Operation } from 'urql';
import { connection } from './connection.ts';

/**
 * Asks every query on screen again when the connection stands again: subscriptions resume by themselves, but what
 * happened in the gap was never sent.
 */
export const resumeExchange: Exchange = ({ client, forward }) => {
  const watched = new Map<number, Operation>();
  connection.onResume(() => {
    for (const operation of watched.values()) {
      client.reexecuteOperation(
        client.createRequestOperation('query', operation, {
          ...operation.context,
          requestPolicy: 'cache-and-network',
        }),
      );
    }
  });
  return (operations) => {
    const observed = (operation: Operation): Operation => {
      if (operation.kind === 'query') watched.set(operation.key, operation);
      if (operation.kind === 'teardown') watched.delete(operation.key);
      return operation;
    };
    return forward(pipe(operations, map(observed)));
  };
};
