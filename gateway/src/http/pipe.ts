import { Agent, request } from 'node:http';
import type {
  ClientRequest,
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';
import type { Logger } from 'pino';
import type { Counter } from 'prom-client';
import { sendProblem, unavailable } from '../problem.ts';

/** Headers that belong to one connection and must not travel on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
];

/** What a client says about proxies before us, or in place of its method: only we may tell a service such things. */
const UNTRUSTED =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-original-.*|x-rewrite-url|x-http-method-override|x-service-token)$/;

/** Without a byte in either direction for this long, both sides are closed. */
const IDLE_MS = 300_000;
/** Long enough to read an answer of a line. */
const LINGER_MS = 2_000;

function withoutHopByHop(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = String(headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name) && !named.includes(name)),
  );
}

function trusted(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !UNTRUSTED.test(name)));
}

export interface PipeTarget {
  /** For logs and messages, for example `ingest`. */
  service: string;
  /** Base address; only scheme, host and port are used. */
  url: string;
  /** Sent with every request. */
  headers: Record<string, string>;
}

/**
 * Streams requests to one service unread: uploads and audio never pass through the graph, which would hold them in
 * memory. Range, backpressure and aborts pass in both directions.
 */
export class Pipe {
  private readonly agent = new Agent({ keepAlive: true, maxFreeSockets: 16 });
  private readonly target: PipeTarget;
  private readonly bytes: Counter<'service' | 'direction'>;
  private readonly log: Logger;

  constructor(target: PipeTarget, bytes: Counter<'service' | 'direction'>, log: Logger) {
    this.target = target;
    this.bytes = bytes;
    this.log = log;
  }

  /** @param head what has been read of the body already */
  handle(req: IncomingMessage, res: ServerResponse, head?: Buffer): void {
    const { hostname, port } = new URL(this.target.url);
    const upstream = request({
      agent: this.agent,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port: port || 80,
      method: req.method,
      path: req.url,
      headers: {
        ...trusted(withoutHopByHop(req.headers)),
        ...this.target.headers,
        'x-forwarded-host': req.headers.host,
        'x-forwarded-proto': 'http',
        'x-forwarded-for': req.socket.remoteAddress,
        'x-request-id': String(res.getHeader('x-request-id') ?? ''),
      },
    });
    upstream.setTimeout(IDLE_MS, () => upstream.destroy(new Error('idle for too long')));
    upstream.on('response', (answer) => this.answer(req, res, upstream, answer));
    upstream.on('error', (cause) => {
      if (res.headersSent || res.destroyed) return;
      this.log.warn({ service: this.target.service, err: cause }, 'service did not answer');
      // What is left of the body is not read: the connection cannot be used again.
      sendProblem(res, 502, unavailable(this.target.service), { connection: 'close' });
    });
    // Fires for a client that gave up as well as after a normal end, when there is nothing left to destroy.
    res.on('close', () => upstream.destroy());
    req.on('data', (chunk: Buffer) =>
      this.bytes.inc({ service: this.target.service, direction: 'in' }, chunk.length),
    );
    if (head) upstream.write(head);
    req.pipe(upstream);
  }

  private answer(
    req: IncomingMessage,
    res: ServerResponse,
    upstream: ClientRequest,
    answer: IncomingMessage,
  ): void {
    res.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer.headers));
    answer.on('data', (chunk: Buffer) =>
      this.bytes.inc({ service: this.target.service, direction: 'out' }, chunk.length),
    );
    answer.on('error', () => res.destroy());
    answer.on('aborted', () => res.destroy());
    answer.pipe(res);
    res.on('finish', () => {
      if (req.readableEnded) return;
      req.unpipe(upstream);
      linger(req);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/**
 * After an answer before the end of the body, such as "too large": a connection that is closed while bytes arrive is
 * reset, and the answer may be lost with it (RFC 9112, 9.6). What still comes is read and dropped for a while.
 */
function linger(req: IncomingMessage): void {
  req.resume();
  const timer = setTimeout(() => req.destroy(), LINGER_MS);
  req.once('close', () => clearTimeout(timer));
}
