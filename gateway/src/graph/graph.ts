import type { IncomingMessage } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { Logger as HiveLogger } from '@graphql-hive/logger';
import { PinoLogWriter } from '@graphql-hive/logger/writers/pino';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import usePrometheus from '@graphql-mesh/plugin-prometheus';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { errorMask, validationAdvice } from './errors.ts';
import { limitsPlugin } from './limits.ts';
import type { Limits } from './limits.ts';
import { queryTransport } from './query-transport.ts';

/** What the HTTP server hands to the graph with each request. */
export interface ServerContext {
  req?: IncomingMessage;
  connectionParams?: Record<string, unknown>;
}

/**
 * How subgraphs fare: what no other figure tells. The plugin's others, on unless refused, bear the operation's name,
 * which a client chooses: each new name would stay in memory for ever.
 */
const METRICS = {
  graphql_gateway_fetch_duration: false,
  graphql_gateway_subgraph_execute_duration: true,
  graphql_gateway_subgraph_execute_errors: true,
  graphql_envelop_deprecated_field: false,
  graphql_envelop_error_result: false,
  graphql_envelop_execute_resolver: false,
  graphql_envelop_phase_context: false,
  graphql_envelop_phase_execute: false,
  graphql_envelop_phase_parse: false,
  graphql_envelop_phase_subscribe: false,
  graphql_envelop_phase_validate: false,
  graphql_envelop_request: false,
  graphql_envelop_request_duration: false,
  graphql_envelop_request_time_summary: false,
  graphql_envelop_schema_change: false,
  graphql_yoga_http_duration: false,
} as const;

export type Graph = GatewayRuntime<ServerContext>;

export interface GraphOptions {
  /** The supergraph SDL with the addresses to use. */
  supergraph: string;
  limits: Limits;
  subgraphTimeoutMs: number;
  /** Sent to the subgraphs with every request. */
  serviceHeaders: Record<string, string>;
  registry: Registry;
  log: Logger;
}

/** The federated graph: Hive's runtime with the Rust query planner, our limits and our subscription transport. */
export async function createGraph({
  supergraph,
  limits,
  subgraphTimeoutMs,
  serviceHeaders,
  registry,
  log,
}: GraphOptions): Promise<Graph> {
  const graph = createGatewayRuntime<ServerContext>({
    supergraph: () => supergraph,
    unifiedGraphHandler,
    transports: { http: queryTransport(subgraphTimeoutMs, serviceHeaders) },
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
    plugins: (context) => [
      limitsPlugin(limits),
      validationAdvice,
      usePrometheus({ ...context, registry, metrics: METRICS, endpoint: false }),
    ],
  });
  // A WebSocket that arrives before the schema is loaded would fail.
  await graph.getSchema();
  return graph;
}
