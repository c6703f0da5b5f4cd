import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import type { Log } from '../log.ts';
import { problemOf, toGraphQLError, toProblem } from '../graphql/problem.ts';
import { unexpectedError } from './unexpected-error.ts';

/** Codes of errors made by the GraphQL layer itself: their messages are about the request and safe to show. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * One shape for every error that leaves a service: `code`, `message`, `troubleshooting`, `recovery`, never a stack.
 * What nobody expected is logged whole under an id, and only the id is shown.
 */
export function formatError(
  log: Log,
  formatted: GraphQLFormattedError,
  thrown: unknown,
): GraphQLFormattedError {
  const original = thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  const place = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
  const expected = problemOf(original);
  if (expected) return { ...place, ...pick(toGraphQLError(expected)) };
  if (original instanceof ArgumentValidationError) {
    const reasons = original.extensions.validationErrors.flatMap((error) =>
      Object.values(error.constraints ?? {}),
    );
    const problem = toProblem({
      code: 'BAD_USER_INPUT',
      message: reasons.join('; ') || 'An argument is not valid.',
    });
    return { ...place, ...pick(toGraphQLError(problem)) };
  }
  const { code: given } = formatted.extensions ?? {};
  const code = typeof given === 'string' ? given : 'BAD_REQUEST';
  const aboutRequest = original instanceof GraphQLError && (REQUEST_CODES.has(code) || !formatted.path);
  if (aboutRequest) {
    const problem = toProblem({ code, message: formatted.message });
    return { ...place, ...pick(toGraphQLError(problem)) };
  }
  if (original instanceof GraphQLError && Array.isArray(original.extensions.troubleshooting)) {
    return { ...place, ...pick(original) };
  }
  const { message, ...extensions } = unexpectedError(log, original, { path: formatted.path });
  return { ...place, message, extensions };
}

const pick = (error: GraphQLError): GraphQLFormattedError => ({
  message: error.message,
  extensions: error.extensions,
});
