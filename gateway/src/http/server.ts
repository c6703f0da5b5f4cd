import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import compression from 'compression';
import type { Logger } from 'pino';
import type { Graph } from '../graph/graph.ts';
import type { Metrics } from '../metrics.ts';
import type { Playground } from '../playground/playground.ts';
import { sendProblem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { isMultipart, refusePost } from './graphql-door.ts';
import { answerOperation } from './operation.ts';
import { readMultipartHead } from './multipart-head.ts';
import type { Pipe } from './pipe.ts';
import type { Readiness } from './readiness.ts';
import type { AccessPolicy } from './security.ts';
import { securityHeaders } from './security.ts';
import type { WebApp } from './web-app.ts';
import type { WebConfig } from './web-config.ts';

/** A body of an operation must arrive within this time; uploads may take as long as they keep moving. */
const BODY_TIMEOUT_MS = 60_000;
/** A connection that is silent for longer is closed. */
const IDLE_TIMEOUT_MS = 300_000;

export interface Routes {
  graph: Graph;
  ingest: Pipe;
  transcript: Pipe;
  /** What speaks against the operation of a multipart request; empty when it may pass. */
  refuseUpload: (operations: string) => Promise<readonly Error[]>;
  webApp: WebApp;
  webConfig: WebConfig;
  playground: Playground;
  policy: AccessPolicy;
  metrics: Metrics;
  maxBodyBytes: number;
  readiness: () => Promise<Readiness>;
  log: Logger;
}

type Route = (req: IncomingMessage, res: ServerResponse, path: string) => void | Promise<void>;

function sendJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
  res.end(JSON.stringify(body));
}

const isRead = (req: IncomingMessage): boolean => req.method === 'GET' || req.method === 'HEAD';

const notAllowed: Problem = {
  code: 'METHOD_NOT_ALLOWED',
  message: 'This address does not take that method.',
  troubleshooting: ['Operations go by POST to /graphql; files are read by GET.'],
  recovery: ['Use the other method.'],
};

function graphqlRoute(routes: Routes): Route {
  return (req, res) => {
    if (isRead(req)) {
      if ((req.headers.accept ?? '').includes('text/html')) return routes.playground(req, res);
      return sendProblem(res, 405, notAllowed, { allow: 'POST' });
    }
    if (req.method !== 'POST') return sendProblem(res, 405, notAllowed, { allow: 'GET, POST' });
    const refused = refusePost(req, { maxBytes: routes.maxBodyBytes });
    if (refused) {
      routes.metrics.refused.inc({ code: refused.problem.code });
      return sendProblem(res, refused.status, refused.problem, { connection: 'close' });
    }
    const slow = setTimeout(() => req.destroy(), BODY_TIMEOUT_MS);
    const inTime = () => clearTimeout(slow);
    req.once('close', inTime).once('end', inTime);
    if (isMultipart(req)) return takeUpload(routes, req, res, inTime);
    return answerOperation(routes.graph, req, res);
  };
}

/** Only ingest may own `Upload`: it gets the request once the operation has passed, the files unread. */
async function takeUpload(
  { ingest, refuseUpload }: Routes,
  req: IncomingMessage,
  res: ServerResponse,
  inTime: () => void,
): Promise<void> {
  const head = await readMultipartHead(req);
  inTime();
  const errors = await refuseUpload(head?.operations ?? '');
  if (head && errors.length === 0) return ingest.handle(req, res, head.bytes);
  res.writeHead(400, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  res.end(JSON.stringify({ errors }));
}

/** The web app's page and the uploads themselves share an address: tus never reads the collection of uploads. */
function uploadRoute(routes: Routes): Route {
  return (req, res, path) =>
    isRead(req) && /^\/upload\/?$/.test(path)
      ? webRoute(routes, req, res, path)
      : routes.ingest.handle(req, res);
}

/** The page of a share link is the web app's; what it shows comes from the service that knows the link. */
function shareRoute(routes: Routes): Route {
  return (req, res, path) =>
    /^\/share\/[^/]*\/?$/.test(path) ? routes.webApp.sharedPage(req, res) : routes.ingest.handle(req, res);
}

/** Route by the first part of the path; what is not listed belongs to the web app. */
function routeTable(routes: Routes): Map<string, Route> {
  const read =
    (handle: Route): Route =>
    (req, res, path) =>
      isRead(req) ? handle(req, res, path) : sendProblem(res, 405, notAllowed, { allow: 'GET' });
  return new Map<string, Route>([
    ['graphql', graphqlRoute(routes)],
    ['upload', uploadRoute(routes)],
    ['audio', read((req, res) => routes.ingest.handle(req, res))],
    ['share', read(shareRoute(routes))],
    ['exports', read((req, res) => routes.transcript.handle(req, res))],
    ['config.json', read((_req, res) => sendJson(res, 200, routes.webConfig))],
    ['healthz', read((_req, res) => sendJson(res, 200, { status: 'ok' }))],
    [
      'readyz',
      read(async (_req, res) => {
        const state = await routes.readiness();
        sendJson(res, state.status === 'down' || state.status === 'stopping' ? 503 : 200, state);
      }),
    ],
    [
      'metrics',
      read(async (_req, res) => {
        const { registry } = routes.metrics;
        res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
        res.end(await registry.metrics());
      }),
    ],
  ]);
}

/** A bug of ours costs one answer, not the process; the log knows what it was by the request's id. */
function unexpected({ log }: Routes, res: ServerResponse, error: unknown): void {
  log.error({ err: error, requestId: res.getHeader('x-request-id') }, 'unexpected error');
  sendProblem(res, 500, {
    code: 'INTERNAL_ERROR',
    message: 'Something went wrong here.',
    troubleshooting: ["Search the gateway's log for the request id."],
    recovery: ['Try again; if it stays, report the request id.'],
  });
}

const badTarget: Problem = {
  code: 'BAD_PATH',
  message: 'The path of this request is not well-formed.',
  troubleshooting: ['It must start with a slash and hold no parent folders.'],
  recovery: ['Correct the path.'],
};

/** The path without its query, or null when it is no plain absolute path. Encoded dots count: services would decode them. */
function plainPath(url: string | undefined): string | null {
  const path = (url ?? '').split('?', 1)[0] ?? '';
  if (!path.startsWith('/') || path.startsWith('//') || /%00|%2f|%5c|\\/i.test(path)) return null;
  const climbs = path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part));
  return climbs ? null : path;
}

const compress = compression({
  threshold: 2_048,
  // Streams must reach the client event by event.
  filter: (_req, res) =>
    !String(res.getHeader('content-type')).includes('event-stream') && compression.filter(_req, res),
});

/** Everything behind the one address. */
export function createHttpServer(routes: Routes): Server {
  const table = routeTable(routes);
  const headers = securityHeaders();
  const piped = new Set(['upload', 'audio', 'share', 'exports']);

  const listener: RequestListener = (req, res) => {
    const started = performance.now();
    const given = req.headers['x-request-id'];
    const requestId = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    req.headers['x-request-id'] = requestId;
    res.setHeader('x-request-id', requestId);
    const path = plainPath(req.url);
    const first = path?.split('/', 2)[1] ?? '';
    const name = table.has(first) ? first : 'web';
    res.once('close', () => {
      routes.metrics.requests.observe(
        { route: name, status: `${Math.floor(res.statusCode / 100)}xx` },
        (performance.now() - started) / 1000,
      );
    });
    res.setHeaders(headers);
    const refusal = routes.policy.refusal(req);
    if (refusal) {
      routes.metrics.refused.inc({ code: refusal.code });
      return sendProblem(res, 403, refusal, { connection: 'close' });
    }
    if (path === null) return sendProblem(res, 400, badTarget);
    if (routes.policy.answerCors(req, res)) return;
    const route = table.get(first) ?? ((request, response) => webRoute(routes, request, response, path));
    const run = async () => {
      try {
        await route(req, res, path);
      } catch (error) {
        unexpected(routes, res, error);
      }
    };
    const plain = req.headers['accept-encoding'] === undefined;
    if (plain || piped.has(first) || isMultipart(req)) return void run();
    compress(req as never, res as never, () => void run());
  };

  const server = createServer(
    {
      headersTimeout: 15_000,
      // How often Node looks for such connections; its default adds up to half a minute.
      connectionsCheckingInterval: 5_000,
      // Long uploads are legitimate: the idle timeout below ends the ones that stopped moving.
      requestTimeout: 0,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 32_768,
    },
    listener,
  );
  server.timeout = IDLE_TIMEOUT_MS;
  return server;
}

function webRoute({ webApp }: Routes, req: IncomingMessage, res: ServerResponse, path: string): void {
  if (isRead(req)) webApp.handle(req, res, path);
  else sendProblem(res, 405, notAllowed, { allow: 'GET' });
}
