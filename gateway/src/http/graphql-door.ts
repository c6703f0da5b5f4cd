import type { IncomingMessage } from 'node:http';
import type { Problem } from '../problem.ts';

export interface BodyLimits {
  /** Bytes of the largest body of any operation (one that carries a file in a variable). */
  maxBytes: number;
}

const JSON_TYPES = new Set(['application/json', 'application/graphql-response+json']);

export const mediaType = (req: IncomingMessage): string =>
  (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

export const isMultipart = (req: IncomingMessage): boolean => mediaType(req) === 'multipart/form-data';

/**
 * Refuses a POST to /graphql before its body is read.
 *
 * CSRF: a page of another origin can send a POST without asking only with the types of an HTML form. JSON is not one
 * of them; a multipart body is, so it must carry a header that no form can send.
 *
 * Size: a body needs a Content-Length, which Node then enforces, so the check costs nothing and cannot be cheated.
 */
export function refusePost(
  req: IncomingMessage,
  { maxBytes }: BodyLimits,
): { status: number; problem: Problem } | null {
  if (isMultipart(req)) {
    if (req.headers['apollo-require-preflight'] !== undefined) return null;
    return {
      status: 400,
      problem: csrf('Send the header `Apollo-Require-Preflight: true` with multipart requests.'),
    };
  }
  if (!JSON_TYPES.has(mediaType(req)))
    return {
      status: 415,
      problem: csrf('Send the operation as JSON with `Content-Type: application/json`.'),
    };
  const length = req.headers['content-length'];
  if (length === undefined) {
    return {
      status: 411,
      problem: {
        code: 'LENGTH_REQUIRED',
        message: 'The request does not say how long its body is.',
        troubleshooting: ['A body sent in chunks has no Content-Length header.'],
        recovery: ['Send the body whole, as nearly every GraphQL client does.'],
      },
    };
  }
  if (Number(length) <= maxBytes) return null;
  return {
    status: 413,
    problem: {
      code: 'BODY_TOO_LARGE',
      message: `The body is larger than ${maxBytes} bytes.`,
      troubleshooting: ['Audio does not belong into an operation.'],
      recovery: ['Upload files by /upload, then name the upload in `createRecording`.'],
    },
  };
}

function csrf(recovery: string): Problem {
  return {
    code: 'CSRF_PREVENTED',
    message: 'This request could have been sent by a page of another origin.',
    troubleshooting: ['Look at the Content-Type header of the request.'],
    recovery: [recovery],
  };
}
