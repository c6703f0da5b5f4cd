import type { ErrorRequestHandler } from 'express';
import { problemOf, toProblem, type Problem } from '../graphql/problem.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';

const BY_STATUS: Record<number, string> = { 413: 'BODY_TOO_LARGE', 415: 'MEDIA_TYPE_UNSUPPORTED' };

/** Answers what a route or the reading of a body threw with the one error shape, and logs what nobody expected. */
export function httpProblems(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, problem } = describe(log, error);
    response.status(status).json(problem);
  };
}

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
  const errorId = newId();
  log.error({ err: error, errorId }, 'unexpected error');
  const problem = toProblem({
    code: 'INTERNAL_SERVER_ERROR',
    message: `Something went wrong on the server (error ${errorId}).`,
    troubleshooting: [`Look for ${errorId} in the server's log.`],
    recovery: ['Try again. If it happens again, report it with this id.'],
  });
  return { status: 500, problem };
}
