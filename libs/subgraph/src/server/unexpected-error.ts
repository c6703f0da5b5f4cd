import { toProblem, type Problem } from '../graphql/problem.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';

/** Logs what nobody expected whole, under an id, and says only the id. @param place where it happened, for the log */
export function unexpectedError(log: Log, error: unknown, place: object = {}): Problem & { errorId: string } {
  const errorId = newId();
  log.error({ err: error, errorId, ...place }, 'unexpected error');
  const problem = toProblem({
    code: 'INTERNAL_SERVER_ERROR',
    message: `Something went wrong on the server (error ${errorId}).`,
    troubleshooting: [`Look for ${errorId} in the server's log.`],
    recovery: ['Try again. If it happens again, report it with this id.'],
  });
  return Object.assign(problem, { errorId });
}
