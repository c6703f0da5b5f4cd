import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';

/** By this header the gateway shows a service that a request comes from it. */
const SERVICE_TOKEN_HEADER = 'x-service-token';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Tells the gateway's requests from those of whatever else reaches the port: a web page in a browser on the same
 * machine, above all, for which the gateway checks Host and Origin and a service does not. Without a token every
 * request passes.
 */
export function tokenCheck(token: string | undefined): (headers: IncomingHttpHeaders) => boolean {
  if (token === undefined) return () => true;
  const expected = digest(token);
  return (headers) => timingSafeEqual(digest(String(headers[SERVICE_TOKEN_HEADER] ?? '')), expected);
}

/** Answers 403 to what does not come from the gateway. */
export function onlyFromGateway(isFromGateway: (headers: IncomingHttpHeaders) => boolean): RequestHandler {
  return (request, response, next) => {
    if (isFromGateway(request.headers)) return next();
    response.status(403).json({
      code: 'NOT_FROM_GATEWAY',
      message: 'This service answers the gateway only.',
      troubleshooting: ['The gateway and its services must have the same SERVICE_TOKEN.'],
      recovery: ["Use the gateway's address."],
    });
  };
}
