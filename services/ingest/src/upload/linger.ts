import type { IncomingMessage, ServerResponse } from 'node:http';
import onHeaders from 'on-headers';

/** Long enough to read an answer of a line. */
const LINGER_MS = 2_000;

/**
 * Lets a client that is still sending read its answer, such as "too large". A connection that is closed while bytes
 * arrive is reset, and the answer may be lost with it (RFC 9112, 9.6): what comes after the answer is read and dropped
 * for a while instead.
 */
export function lingerAfterAnswer(request: IncomingMessage, response: ServerResponse): void {
  onHeaders(response, () => response.removeHeader('Connection'));
  response.once('finish', () => {
    if (request.complete) return;
    request.removeAllListeners('data').resume();
    const timer = setTimeout(() => request.destroy(), LINGER_MS);
    request.once('close', () => clearTimeout(timer));
  });
}
