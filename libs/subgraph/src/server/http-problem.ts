import type { ErrorRequestHandler, RequestHandler } from 'express';
import { problemOf, toProblem, type Problem } from '../graphql/problem.ts';
import type { Log } from '../log.ts';
import { unexpectedError } from './unexpected-error.ts';

const BY_STATUS: Record<number, string> = { 413: 'BODY_TOO_LARGE', 415: 'MEDIA_TYPE_UNSUPPORTED' };

/** Answers what a route or the reading of a body threw with the one error shape, and logs what nobody expected. */
export function httpProblems(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, problem } = describe(log, error);
    response.status(status).json(problem);
  };
}

/** Answers what no route answered. */
export const noSuchAddress: RequestHandler = (_request, response) => {
  const problem = toProblem({
    code: 'ADDRESS_NOT_FOUND',
    message: 'There is nothing at this address.',
    troubleshooting: ['Look at the path and the method of the request.'],
    recovery: ['Take addresses from the graph, as `audioUrl` and `exports` give them.'],
  });
  response.status(404).json(problem);
};

function describe(log: Log, error: unknown): { status: number; problem: Problem } {
  const expected = problemOf(error);
  if (expected) return { status: expected.code === 'DISK_FULL' ? 507 : 400, problem: expected };
  // As the parsers of bodies and addresses throw them (http-errors): a status below 500 may be told.
  const { status, message } = error as { status?: unknown; message?: unknown };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const code = BY_STATUS[status] ?? 'BAD_REQUEST';
    const problem = toProblem({
      code,
      message: `The request cannot be read: ${String(message)}`,
      troubleshooting: ['Look at the address, the Content-Type header and the body of the request.'],
      recovery: ['Correct the request and send it again.'],
    });
    return { status, problem };
  }
  return { status: 500, problem: unexpectedError(log, error) };
}
