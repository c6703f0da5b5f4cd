import { randomUUID } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { ExecutionResult, Executor, MaybePromise, MaybeAsyncIterable } from '@graphql-tools/utils';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { problemError, unavailable } from '../problem.ts';

/** Codes the runtime gives when a subgraph could not be reached or did not speak GraphQL. */
const TRANSPORT_CODES = new Set(['RESPONSE_VALIDATION_FAILED', 'DOWNSTREAM_SERVICE_ERROR', 'TIMEOUT_ERROR', 'GATEWAY_TIMEOUT']);

/** Extensions that describe our insides and are of no use to a client. */
const INTERNAL_EXTENSIONS = ['request', 'response', 'stacktrace', 'serviceName', 'originalError', 'exception'];

const isExpected = (error: unknown): boolean => {
  const code = error instanceof Error ? (error as GraphQLError).extensions?.['code'] : undefined;
  return typeof code === 'string' && !TRANSPORT_CODES.has(code);
};

/** Turns a subgraph that is down, slow or talking nonsense into one error that says so, at its own fields only. */
export function subgraphErrorsPlugin(log: Logger): GatewayPlugin {
  return {
    onSubgraphExecute({ subgraphName, executor, setExecutor }) {
      const lost = (cause: unknown): ExecutionResult => {
        log.warn({ subgraph: subgraphName, err: cause }, 'subgraph did not answer');
        return { errors: [problemError(unavailable(subgraphName.toLowerCase()))] };
      };
      const check = (result: MaybeAsyncIterable<ExecutionResult>): MaybeAsyncIterable<ExecutionResult> => {
        if (Symbol.asyncIterator in result || result.data || !result.errors?.length) return result;
        return result.errors.every(isExpected) ? result : lost(result.errors[0]);
      };
      const guarded: Executor = (request) => {
        try {
          const result = executor(request) as MaybePromise<MaybeAsyncIterable<ExecutionResult>>;
          return (result instanceof Promise ? result.then(check, lost) : check(result)) as never;
        } catch (cause) {
          return lost(cause) as never;
        }
      };
      setExecutor(guarded);
    },
  };
}

/** What a client may see of an error: expected ones without our insides, the rest as an id to look up in the log. */
export function maskError(log: Logger): (error: unknown) => Error {
  return (error) => {
    if (error instanceof GraphQLError && (isExpected(error) || !error.originalError)) {
      const extensions = Object.fromEntries(Object.entries(error.extensions).filter(([key]) => !INTERNAL_EXTENSIONS.includes(key)));
      return new GraphQLError(error.message, { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path, extensions });
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
