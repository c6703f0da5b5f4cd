import type { IncomingHttpHeaders, Server } from 'node:http';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { isConnectionError } from '../database/connection-error.ts';
import { createContext } from '../graphql/context.ts';
import type { Log } from '../log.ts';
import { formatError } from './error-format.ts';

/** Serves subscriptions (and any other operation) over graphql-transport-ws on `/graphql`. */
export function serveSubscriptions(
  server: Server,
  schema: GraphQLSchema,
  isFromGateway: (headers: IncomingHttpHeaders) => boolean,
  log: Log,
): { dispose(): Promise<void> } {
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: 1 << 20,
    verifyClient: ({ req }: { req: { headers: IncomingHttpHeaders } }) => isFromGateway(req.headers),
  });
  const mask = (errors: readonly GraphQLError[]) =>
    errors.map((error) =>
      isConnectionError(error.originalError ?? {})
        ? databaseAway(error).toJSON()
        : formatError(log, error.toJSON(), error),
    );
  const { dispose } = useServer(
    {
      schema,
      context: (socket) => createContext(log, header(socket.extra.request.headers['x-request-id'])),
      onOperation: (_socket, _id, _payload, _args, result) =>
        Symbol.asyncIterator in result ? endingInErrors(result) : undefined,
      onError: (_socket, _id, _payload, errors) => mask(errors),
      onNext: (_socket, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: mask(result.errors as GraphQLError[]) } : undefined,
    },
    sockets,
    15_000,
  );
  return { dispose: async () => dispose() };
}

/** That passes: whoever subscribed may come back, as when the whole service was away. */
const databaseAway = ({ path }: GraphQLError): GraphQLError =>
  new GraphQLError('The service cannot reach its database.', {
    path,
    extensions: {
      code: 'SUBGRAPH_UNAVAILABLE',
      troubleshooting: ['Look at the logs of the service and of the database.'],
      recovery: ['Try again in a moment.'],
    },
  });

/**
 * A source that fails ends its own subscription with the error as a result. Thrown, it would close the socket and with
 * it every other subscription the gateway has on it.
 */
function endingInErrors(
  results: AsyncIterable<ExecutionResult>,
): AsyncGenerator<ExecutionResult, void, undefined> {
  const source = results[Symbol.asyncIterator]();
  let failed = false;
  const done = { done: true, value: undefined } as const;
  return {
    next: async () => {
      if (failed) return done;
      try {
        const result = await source.next();
        return result.done ? done : result;
      } catch (error) {
        failed = true;
        const told =
          error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
        return { done: false, value: { errors: [told] } };
      }
    },
    // Not a generator of our own: its `return` would wait for a `next` that may never come.
    return: async () => {
      await source.return?.();
      return done;
    },
    throw: (error) => Promise.reject(error as Error),
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await source.return?.()),
  };
}

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
