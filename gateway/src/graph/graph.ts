import type { IncomingMessage } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import type { GatewayPlugin, GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { Logger as HiveLogger } from '@graphql-hive/logger';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { Logger } from 'pino';
import { errorMask, validationAdvice } from './errors.ts';
import { limitsPlugin } from './limits.ts';
import type { Limits } from './limits.ts';
import { queryTransport } from './query-transport.ts';
import { RuntimeLog } from './runtime-log.ts';
import type { ObserveSubgraph } from './query-transport.ts';

/** What the HTTP server hands to the graph with each request. */
export interface ServerContext {
  req?: IncomingMessage;
  /** The body of the request as JSON text, read by our server. */
  body?: string;
  connectionParams?: Record<string, unknown>;
}

export type Graph = GatewayRuntime<ServerContext>;

export interface GraphOptions {
  /** The supergraph SDL with the addresses to use. */
  supergraph: string;
  limits: Limits;
  subgraphTimeoutMs: number;
  /** Sent to the subgraphs with every request. */
  serviceHeaders: Record<string, string>;
  observe: ObserveSubgraph;
  log: Logger;
}

/**
 * Bodies that our server has read, within its limits, are parsed as they are. The runtime would read them from the
 * request by way of three streams, to enforce a limit of its own.
 */
const readBodies: GatewayPlugin<ServerContext> = {
  onRequestParse({ serverContext, requestParser, setRequestParser }) {
    const { body } = serverContext as ServerContext;
    if (requestParser === undefined || body === undefined) return;
    setRequestParser(() => requestParser({ json: () => JSON.parse(body) as unknown } as Request));
  },
};

/** The federated graph: Hive's runtime with the Rust query planner, our limits and our subscription transport. */
export async function createGraph({
  supergraph,
  limits,
  subgraphTimeoutMs,
  serviceHeaders,
  observe,
  log,
}: GraphOptions): Promise<Graph> {
  const graph = createGatewayRuntime<ServerContext>({
    supergraph: () => supergraph,
    unifiedGraphHandler,
    transports: { http: queryTransport({ timeoutMs: subgraphTimeoutMs, serviceHeaders, observe }) },
    logging: new HiveLogger({ level: 'warn', writers: [new RuntimeLog(log)] }),
    graphqlEndpoint: '/graphql',
    // Our own server does these: the page, uploads, cross-origin rules and health.
    graphiql: false,
    landingPage: false,
    multipart: false,
    cors: false,
    batching: false,
    // It looks for fetches to join in every request, which costs a tenth of the time, and plans hold hardly any.
    __experimental__batchExecution: false,
    requestId: false,
    // Our transports name the subgraph in their errors themselves.
    subgraphErrors: false,
    maskedErrors: { maskError: errorMask(log) },
    plugins: () => [limitsPlugin(limits), validationAdvice, readBodies],
  });
  // A WebSocket that arrives before the schema is loaded would fail.
  await graph.getSchema();
  return graph;
}
