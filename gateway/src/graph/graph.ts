import type { IncomingMessage } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { Logger as HiveLogger } from '@graphql-hive/logger';
import { PinoLogWriter } from '@graphql-hive/logger/writers/pino';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import usePrometheus from '@graphql-mesh/plugin-prometheus';
import * as httpTransport from '@graphql-mesh/transport-http';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { errorMask } from './errors.ts';
import { limitsPlugin } from './limits.ts';
import type { Limits } from './limits.ts';
import { subscriptionTransport } from './subscription-transport.ts';

/** What the HTTP server hands to the graph with each request. */
export interface ServerContext {
  req?: IncomingMessage;
  connectionParams?: Record<string, unknown>;
}

export type Graph = GatewayRuntime<ServerContext>;

export interface GraphOptions {
  /** The supergraph SDL with the addresses to use. */
  supergraph: string;
  limits: Limits;
  subgraphTimeoutMs: number;
  registry: Registry;
  log: Logger;
}

/** The federated graph: Hive's runtime with the Rust query planner, our limits and our subscription transport. */
export async function createGraph({
  supergraph,
  limits,
  subgraphTimeoutMs,
  registry,
  log,
}: GraphOptions): Promise<Graph> {
  const graph = createGatewayRuntime<ServerContext>({
    supergraph: () => supergraph,
    unifiedGraphHandler,
    transports: { http: httpTransport, ws: subscriptionTransport },
    transportEntries: { '*.http': { options: { subscriptions: { kind: 'ws', location: '/graphql' } } } },
    logging: new HiveLogger({ level: 'warn', writers: [new PinoLogWriter(log)] }),
    graphqlEndpoint: '/graphql',
    // Our own server does these: the page, uploads, cross-origin rules and health.
    graphiql: false,
    landingPage: false,
    multipart: false,
    cors: false,
    batching: false,
    requestId: false,
    maskedErrors: { maskError: errorMask(log) },
    // As a function: a number would end subscriptions as well.
    upstreamTimeout: ({ executionRequest }) =>
      executionRequest?.operationType === 'subscription' ? undefined : subgraphTimeoutMs,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, context }) => ({
        authorization:
          request.headers.get('authorization') ?? text(context.connectionParams?.['authorization']),
        cookie: request.headers.get('cookie') ?? undefined,
        'x-request-id': request.headers.get('x-request-id') ?? undefined,
      }),
    },
    plugins: (context) => [
      limitsPlugin(limits),
      usePrometheus({ ...context, registry, metrics: true, endpoint: false }),
    ],
  });
  // A WebSocket that arrives before the schema is loaded would fail.
  await graph.getSchema();
  return graph;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
