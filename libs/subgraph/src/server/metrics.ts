import type { RequestHandler } from 'express';
import prom from 'prom-client';

/** The service's Prometheus registry, with the process's own figures in it. */
export function createMetrics(service: string) {
  const registry = new prom.Registry();
  registry.setDefaultLabels({ service });
  prom.collectDefaultMetrics({ register: registry });
  const requestSeconds = new prom.Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer an HTTP request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const measure: RequestHandler = (request, response, next) => {
    const end = requestSeconds.startTimer();
    // The first path segment only: ids in labels would grow without bound.
    const route = `/${request.path.split('/')[1] ?? ''}`;
    response.once('close', () => end({ method: request.method, route, status: response.statusCode }));
    next();
  };
  const expose: RequestHandler = async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  };
  return { registry, measure, expose };
}
