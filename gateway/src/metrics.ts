import prometheus from 'prom-client';
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** Bytes streamed past the graph, by service and direction (`in` from the client). */
  pipedBytes: Counter<'service' | 'direction'>;
  /** Seconds until an answer was complete, by route (not by path: paths hold ids) and status class. */
  requests: Histogram<'route' | 'status'>;
  refused: Counter<'code'>;
  /** Seconds until a subgraph had answered. No name of an operation: clients choose those, and each would stay for ever. */
  subgraphs: Histogram<'subgraph' | 'type' | 'outcome'>;
}

/** A registry of its own, so that two gateways in one process (tests) do not share counters. */
export function createMetrics(openSockets: () => number): Metrics {
  const registry = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register: registry });
  const sockets: Gauge = new prometheus.Gauge({
    name: 'colloquy_gateway_sockets',
    help: 'Open WebSockets',
    registers: [registry],
    collect: () => sockets.set(openSockets()),
  });
  return {
    registry,
    pipedBytes: new prometheus.Counter({
      name: 'colloquy_gateway_piped_bytes_total',
      help: 'Bytes streamed between clients and services',
      labelNames: ['service', 'direction'],
      registers: [registry],
    }),
    requests: new prometheus.Histogram({
      name: 'colloquy_gateway_request_seconds',
      help: 'Time until an answer was complete',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers: [registry],
    }),
    subgraphs: new prometheus.Histogram({
      name: 'colloquy_gateway_subgraph_seconds',
      help: 'Time until a subgraph had answered a query or a mutation',
      labelNames: ['subgraph', 'type', 'outcome'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers: [registry],
    }),
    refused: new prometheus.Counter({
      name: 'colloquy_gateway_refused_total',
      help: 'Requests refused at the door',
      labelNames: ['code'],
      registers: [registry],
    }),
  };
}
