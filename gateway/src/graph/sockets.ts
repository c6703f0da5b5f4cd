import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { getGraphQLWSOptions } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { ServerOptions } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { problemError } from '../problem.ts';
import type { Graph } from './graph.ts';

type Params = Record<string, unknown>;
type SocketExtra = Extra & Record<PropertyKey, unknown>;

export interface Sockets {
  /** Takes over a checked upgrade request for /graphql. */
  accept(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Open sockets now. */
  count(): number;
  /** Tells clients to go away (1001: they come back by themselves) and waits for the sockets to close. */
  close(): Promise<void>;
}

export interface SocketLimits {
  messageBytes: number;
  subscriptionsPerSocket: number;
}

/** What a header may hold (RFC 9110, 5.5): the opening parameters of a socket are not checked by any HTTP parser. */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** The client's own headers, for subgraphs that ask who is there; a WebSocket operation has no request of its own. */
function requestOf(extra: Extra, authorization: unknown): Request {
  const { headers } = extra.request;
  const forwarded = new Headers();
  const token = typeof authorization === 'string' ? authorization : headers.authorization;
  if (token && FIELD_VALUE.test(token)) forwarded.set('authorization', token);
  if (headers.cookie) forwarded.set('cookie', headers.cookie);
  const requestId = headers['x-request-id'];
  if (typeof requestId === 'string') forwarded.set('x-request-id', requestId);
  return new Request('http://gateway/graphql', { headers: forwarded });
}

/** graphql-transport-ws: queries, mutations and subscriptions over one socket. */
export function createSockets(graph: Graph, limits: SocketLimits): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, handleProtocols });
  const options = getGraphQLWSOptions<Params, SocketExtra>(graph as never, (context) => ({
    request: requestOf(context.extra, context.connectionParams?.['authorization']),
    connectionParams: context.connectionParams,
  })) as ServerOptions<Params, SocketExtra>;
  const disposable = useServer<Params, SocketExtra>(
    {
      ...options,
      onSubscribe(context, id, payload) {
        if (Object.keys(context.subscriptions).length > limits.subscriptionsPerSocket)
          return [tooMany(limits.subscriptionsPerSocket)];
        return options.onSubscribe?.(context, id, payload);
      },
    },
    server,
  );
  return {
    accept(req, socket, head) {
      server.handleUpgrade(req, socket, head, (client) => server.emit('connection', client, req));
    },
    count: () => server.clients.size,
    close: async () => {
      await disposable.dispose();
    },
  };
}

function tooMany(limit: number): GraphQLError {
  return problemError({
    code: 'TOO_MANY_SUBSCRIPTIONS',
    message: `One socket may carry ${limit} operations at a time.`,
    troubleshooting: ['Look for subscriptions that are never ended.'],
    recovery: ['End some, or open another socket.'],
  });
}
