import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';

/** The one error shape of Colloquy: what happened, where to look, what to do. */
export interface Problem {
  /** Stable and machine-readable. */
  code: string;
  message: string;
  troubleshooting: string[];
  recovery: string[];
}

/** The problem as a GraphQL error: `message` plus the rest in `extensions`; `http` sets the status of the whole answer. */
export function problemError({ message, ...rest }: Problem, http?: { status: number }): GraphQLError {
  return new GraphQLError(message, { extensions: { ...rest, ...(http ? { http } : {}) } });
}

/** Answers a plain HTTP request with the problem as JSON. */
export function sendProblem(
  res: ServerResponse,
  status: number,
  problem: Problem,
  headers: Record<string, string> = {},
): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  res.end(JSON.stringify({ ...problem, requestId: res.getHeader('x-request-id') }));
}

/** A service behind the gateway takes less at once than the gateway itself. */
export function moreThanItTakes(service: string): Problem {
  return {
    code: 'OPERATION_TOO_LARGE',
    message: `The operation is larger than the ${service} service takes at once.`,
    troubleshooting: ['Nothing was done: the service refuses it before reading it.'],
    recovery: ['Send less at once; upload files by /upload.'],
  };
}

/** A service behind the gateway does not answer. The address stays out of it: this text reaches the public. */
export function unavailable(service: string): Problem {
  return {
    code: 'SUBGRAPH_UNAVAILABLE',
    message: `The ${service} service is not answering.`,
    troubleshooting: [
      `Open /readyz to see which services answer.`,
      `Look at the log of the ${service} service.`,
    ],
    recovery: ['Try again in a moment.', `Start the ${service} service again if it has stopped.`],
  };
}
