import { randomUUID } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { unavailable } from '../problem.ts';

/** Codes the runtime gives when a subgraph could not be reached, was too slow or did not speak GraphQL. */
const UNREACHABLE = new Set([
  'SUBREQUEST_HTTP_ERROR',
  'RESPONSE_VALIDATION_FAILED',
  'TIMEOUT_ERROR',
  'GATEWAY_TIMEOUT',
]);

/** Extensions that describe our insides and are of no use to a client. */
const INTERNAL_EXTENSIONS = new Set([
  'request',
  'response',
  'stacktrace',
  'exception',
  'serviceName',
  'originalError',
]);

/** What the runtime refuses names no way out: it is always the request that is not what the schema asks for. */
export const REQUEST_REFUSED = {
  code: 'BAD_USER_INPUT',
  troubleshooting: [
    'Compare the operation and its variables with the schema: the playground at /graphql shows it.',
  ],
  recovery: ['Correct the request and send it again.'],
};

const isUnreachable = ({ extensions }: GraphQLError): boolean =>
  UNREACHABLE.has(String(extensions['code'] ?? ''));

/** Of a subgraph, which names a code, or of the request itself: a wrong variable comes wrapped in another such error. */
const isExpected = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError &&
  (typeof error.extensions['code'] === 'string' || !error.originalError || isExpected(error.originalError));

/** The error with other words, still pointing at the same field. */
function reworded(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions,
  });
}

/** Errors of validation pass no mask: they get their advice here. */
export const validationAdvice: GatewayPlugin = {
  onValidate:
    () =>
    ({ valid, result, setResult }) => {
      if (valid) return;
      const code = 'GRAPHQL_VALIDATION_FAILED';
      setResult(
        (result as readonly GraphQLError[]).map((error) =>
          reworded(error, error.message, { ...REQUEST_REFUSED, code, ...error.extensions }),
        ),
      );
    },
};

/**
 * What a client may see of an error. A subgraph that is down says so at its own fields; expected errors pass without
 * our insides; what nobody expected becomes an id to look up in the log.
 */
export function errorMask(log: Logger): (error: unknown) => Error {
  return (error) => {
    if (error instanceof GraphQLError && isUnreachable(error)) {
      const subgraph = String(error.extensions['serviceName'] ?? 'requested').toLowerCase();
      log.warn({ subgraph, cause: error.message }, 'subgraph did not answer');
      const { message, ...extensions } = unavailable(subgraph);
      return reworded(error, message, extensions);
    }
    if (isExpected(error)) {
      const extensions = Object.fromEntries(
        Object.entries(error.extensions).filter(([key]) => !INTERNAL_EXTENSIONS.has(key)),
      );
      return reworded(error, error.message, { ...REQUEST_REFUSED, ...extensions });
    }
    const errorId = randomUUID();
    log.error({ err: error, errorId }, 'unexpected error');
    return new GraphQLError('Something went wrong here.', {
      path: error instanceof GraphQLError ? error.path : undefined,
      extensions: {
        code: 'INTERNAL_ERROR',
        errorId,
        troubleshooting: [`Search the gateway's log for ${errorId}.`],
        recovery: ['Try again; if it stays, report the error id.'],
      },
    });
  };
}
