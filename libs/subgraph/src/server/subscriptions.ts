import type { Server } from 'node:http';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { createContext } from '../graphql/context.ts';
import type { Log } from '../log.ts';
import { formatError } from './error-format.ts';

/** Serves subscriptions (and any other operation) over graphql-transport-ws on `/graphql`. */
export function serveSubscriptions(
  server: Server,
  schema: GraphQLSchema,
  log: Log,
): { dispose(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 1 << 20 });
  const mask = (errors: readonly GraphQLError[]) =>
    errors.map((error) => formatError(log, error.toJSON(), error));
  const { dispose } = useServer(
    {
      schema,
      context: (socket) => createContext(log, header(socket.extra.request.headers['x-request-id'])),
      onError: (_socket, _id, _payload, errors) => mask(errors),
      onNext: (_socket, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: mask(result.errors as GraphQLError[]) } : undefined,
    },
    sockets,
    15_000,
  );
  return { dispose: async () => dispose() };
}

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
