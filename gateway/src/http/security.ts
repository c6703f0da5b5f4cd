import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { isIP, isIPv6, Socket } from 'node:net';
import helmet from 'helmet';
import type { Problem } from '../problem.ts';

export interface AccessRules {
  /** The address the gateway listens on. */
  host: string;
  allowedHosts: string[];
  corsOrigins: string[];
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** `example.org:80` → `example.org`, lower case. */
function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/**
 * Decides who may talk to the gateway, from the Host and Origin headers.
 *
 * A gateway that trusts its loopback address must check Host: a page of evil.example can have its name resolve to
 * 127.0.0.1 (DNS rebinding) and is then "same origin" with us in the browser's eyes.
 */
export class AccessPolicy {
  private readonly anyHost: boolean;
  private readonly hosts: Set<string>;
  private readonly origins: Set<string>;

  constructor({ host, allowedHosts, corsOrigins }: AccessRules) {
    this.anyHost = !isLoopback(host) && allowedHosts.length === 0;
    this.hosts = new Set([
      ...LOOPBACK_NAMES,
      isIPv6(host) ? `[${host}]` : host,
      ...allowedHosts.map(hostName),
    ]);
    this.origins = new Set(corsOrigins.map((origin) => origin.replace(/\/$/, '').toLowerCase()));
  }

  private knowsHost(host: string | undefined): boolean {
    if (host === undefined) return false;
    return this.anyHost || this.hosts.has(hostName(host));
  }

  isCrossOrigin(req: IncomingMessage): boolean {
    const { origin, host } = req.headers;
    if (origin === undefined) return false;
    return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
  }

  allowsOrigin(origin: string | undefined): boolean {
    return origin !== undefined && this.origins.has(origin.toLowerCase());
  }

  /** Why the request is refused, or null. Reading from another origin is left to the browser's same-origin rule. */
  refusal(req: IncomingMessage): Problem | null {
    if (!this.knowsHost(req.headers.host)) {
      return {
        code: 'HOST_NOT_ALLOWED',
        message: 'This server does not answer to that host name.',
        troubleshooting: ['Look at the address bar: is it the address Colloquy printed at its start?'],
        recovery: ['Use that address, or add the host name to ALLOWED_HOSTS.'],
      };
    }
    const changes = req.method !== 'GET' && req.method !== 'HEAD' && req.method !== 'OPTIONS';
    const upgrades = req.headers.upgrade !== undefined;
    if ((changes || upgrades) && this.isCrossOrigin(req) && !this.allowsOrigin(req.headers.origin)) {
      return {
        code: 'ORIGIN_NOT_ALLOWED',
        message: 'Pages of another origin may not use this server.',
        troubleshooting: ['The browser sent an Origin header that is not the address of this server.'],
        recovery: ['Open Colloquy at its own address, or add the origin to CORS_ORIGINS.'],
      };
    }
    return null;
  }

  /** Writes the CORS headers for an allowed origin; true when the request was a preflight and is answered. */
  answerCors(req: IncomingMessage, res: ServerResponse): boolean {
    const { origin } = req.headers;
    if (this.origins.size === 0) return false;
    res.appendHeader('vary', 'Origin');
    if (origin === undefined || !this.allowsOrigin(origin)) return false;
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader('access-control-allow-credentials', 'true');
    res.setHeader(
      'access-control-expose-headers',
      'Location, Upload-Offset, Upload-Length, Tus-Resumable, Content-Range, X-Request-Id',
    );
    if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) return false;
    res.writeHead(204, {
      'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers':
        'Content-Type, Authorization, Apollo-Require-Preflight, Range, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset, Upload-Defer-Length',
      'access-control-max-age': '600',
    });
    res.end();
    return true;
  }
}

/** `'sha256-…'` for each inline script, so that a page's own scripts run and injected ones do not. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...scripts].map(
    ([, body]) =>
      `'sha256-${createHash('sha256')
        .update(body ?? '')
        .digest('base64')}'`,
  );
}

export interface PagePolicy {
  /** Sources for scripts beside 'self': hashes and the origins of remotes. */
  scripts?: string[];
  /** Origins of remotes that are served elsewhere. */
  remoteOrigins?: string[];
}

/**
 * Security headers for every answer. Inline styles are allowed because Mantine writes them; scripts only from here,
 * by hash, or from remotes named in the configuration. HSTS is left to the proxy that ends TLS.
 */
export function securityHeaders({ scripts = [], remoteOrigins = [] }: PagePolicy = {}): Map<string, string> {
  const headers = new Map<string, string>();
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...scripts, ...remoteOrigins],
        styleSrc: ["'self'", "'unsafe-inline'", ...remoteOrigins],
        imgSrc: ["'self'", 'data:', 'blob:', ...remoteOrigins],
        fontSrc: ["'self'", 'data:', ...remoteOrigins],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ...remoteOrigins],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  // They are the same for every answer: asked once, not with each request by one middleware after the other.
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  secure(response.req, response, () => undefined);
  for (const [name, value] of Object.entries(response.getHeaders())) headers.set(name, String(value));
  return headers;
}
