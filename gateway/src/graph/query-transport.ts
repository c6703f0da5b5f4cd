import type { Transport } from '@graphql-mesh/transport-common';
import type { ExecutionRequest, ExecutionResult, Executor } from '@graphql-tools/utils';
import { GraphQLError, print } from 'graphql';
import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { moreThanItTakes, problemError } from '../problem.ts';
import { identityOf } from './identity.ts';
import type { OperationContext } from './identity.ts';
import { Liveness } from './liveness.ts';
import { subscriptionTransport } from './subscription-transport.ts';

/** Connections to one subgraph; what comes on top waits its turn. */
const CONNECTIONS = 64;
/** No page of any list comes near this; a subgraph gone mad must not take the gateway's memory. */
const MAX_ANSWER_BYTES = 64 * 2 ** 20;

/** Any answer will do. */
const PROBE = {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: '{"query":"{__typename}"}',
} as const;

/** How a request to a subgraph ended: with data alone, with errors among it, or with no answer. */
export type SubgraphOutcome = 'answered' | 'errors' | 'unreachable';
export type ObserveSubgraph = (
  labels: { subgraph: string; type: string; outcome: SubgraphOutcome },
  seconds: number,
) => void;

export interface QueryTransportOptions {
  timeoutMs: number;
  /** Sent to the subgraphs with every request. */
  serviceHeaders: Record<string, string>;
  observe: ObserveSubgraph;
}

/** Planned documents are kept and used again, so each is printed once. */
const printed = new WeakMap<DocumentNode, string>();

function textOf(document: DocumentNode): string {
  const known = printed.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  printed.set(document, text);
  return text;
}

/** What a subgraph may answer: data, errors, or both. Errors come without their prototype over the wire. */
function asAnswer(value: unknown): ExecutionResult | null {
  if (typeof value !== 'object' || value === null) return null;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  const hasData = typeof data === 'object' && data !== null;
  if (!Array.isArray(errors) || errors.length === 0) return hasData ? { data } : null;
  return {
    ...(hasData ? { data } : {}),
    errors: (errors as (GraphQLFormattedError | null)[]).map(
      (error) =>
        new GraphQLError(String(error?.message ?? 'A service reported an error without a message.'), {
          path: error?.path,
          extensions: error?.extensions,
        }),
    ),
  };
}

interface Answer {
  status: number;
  text: string;
}

interface Exchange {
  answer: Promise<Answer>;
  /** Ends it at once, wherever it stands; `answer` rejects with the reason. */
  giveUp(reason: Error): void;
}

/** One POST and its answer as text; an answer that is larger than a subgraph may give is not read to its end. */
function exchange(pool: Pool, path: string, headers: Record<string, string>, body: string): Exchange {
  let running: Dispatcher.DispatchController | undefined;
  let givenUp: Error | undefined;
  let fail: (reason: Error) => void;
  const answer = new Promise<Answer>((resolve, reject) => {
    fail = reject;
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
    pool.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart(controller) {
          running = controller;
          if (givenUp) controller.abort(givenUp);
        },
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(controller, chunk) {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER_BYTES)
            controller.abort(new Error(`answered more than ${MAX_ANSWER_BYTES} bytes`));
          else chunks.push(chunk);
        },
        onResponseEnd: () => resolve({ status, text: Buffer.concat(chunks, bytes).toString('utf8') }),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
  return {
    answer,
    giveUp(reason) {
      givenUp = reason;
      running?.abort(reason);
      fail(reason);
    },
  };
}

function send(
  pool: Pool,
  path: string,
  serviceHeaders: Record<string, string>,
  request: ExecutionRequest,
): Exchange {
  const context = request.context as OperationContext | undefined;
  const requestId = context?.request?.headers.get('x-request-id');
  const headers = {
    ...identityOf(context),
    ...serviceHeaders,
    ...(requestId ? { 'x-request-id': requestId } : {}),
    'content-type': 'application/json',
    accept: 'application/json',
  };
  const body = JSON.stringify({
    query: textOf(request.document),
    variables: request.variables,
    operationName: request.operationName,
  });
  return exchange(pool, path, headers, body);
}

/**
 * The status says little: a subgraph that refuses an operation answers 400 with GraphQL errors in the body. One whose
 * body is too large for it never reaches its GraphQL.
 */
function resultOf({ status, text }: Answer, subgraph: string): ExecutionResult {
  if (status === 413) return { errors: [problemError(moreThanItTakes(subgraph))] };
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Error(`answered ${status} with something that is not JSON`);
  }
  const result = asAnswer(answer);
  if (!result) throw new Error(`answered ${status} with something that is not GraphQL`);
  return result;
}

/**
 * Ends a request that takes longer than it may, however steadily its answer drips, whose client has left, or whose
 * subgraph hangs.
 */
async function inTime(
  timeoutMs: number,
  left: AbortSignal | undefined,
  liveness: Liveness | null,
  { answer, giveUp }: Exchange,
): Promise<Answer> {
  const unwatch = liveness?.watch(() => giveUp(new Error('does not answer')));
  const timer = setTimeout(() => giveUp(new Error(`did not answer within ${timeoutMs} ms`)), timeoutMs);
  const leave = () => giveUp(new Error('was given up: the client has left'));
  if (left?.aborted) leave();
  left?.addEventListener('abort', leave, { once: true });
  try {
    const whole = await answer;
    liveness?.heard();
    return whole;
  } finally {
    unwatch?.();
    clearTimeout(timer);
    left?.removeEventListener('abort', leave);
  }
}

/**
 * Queries and mutations to subgraphs by HTTP, subscriptions by our WebSocket transport. It replaces the runtime's own
 * transport, whose layers of fetch, abort signals and cloning take a third of the gateway's processor time.
 */
export function queryTransport({ timeoutMs, serviceHeaders, observe }: QueryTransportOptions): Transport {
  const subscriptions = subscriptionTransport(serviceHeaders);
  return {
    getSubgraphExecutor(options) {
      const { transportEntry, subgraphName } = options;
      const { origin, pathname } = new URL(transportEntry.location ?? '');
      const pool = new Pool(origin, {
        connections: CONNECTIONS,
        connectTimeout: timeoutMs,
        // Undici's own timers count in seconds and start anew with each piece of a body: `inTime` is the clock.
        headersTimeout: 0,
        bodyTimeout: 0,
        keepAliveTimeout: 30_000,
        keepAliveMaxTimeout: 30_000,
      });
      const subscribe = subscriptions.getSubgraphExecutor(options) as Executor & AsyncDisposable;
      const liveness = new Liveness(async (signal) => {
        const { body } = await pool.request({
          ...PROBE,
          headers: { ...PROBE.headers, ...serviceHeaders },
          path: pathname,
          signal,
        });
        await body.dump();
      });
      const execute = async (request: ExecutionRequest) => {
        if (request.operationType === 'subscription') return subscribe(request);
        // A mutation that was sent may be at work: it has the whole time.
        const watched = request.operationType === 'mutation' ? null : liveness;
        const started = performance.now();
        const ended = (outcome: SubgraphOutcome) =>
          observe(
            { subgraph: subgraphName.toLowerCase(), type: request.operationType ?? 'query', outcome },
            (performance.now() - started) / 1000,
          );
        try {
          const sent = send(pool, pathname, serviceHeaders, request);
          const result = resultOf(
            await inTime(timeoutMs, request.signal, watched, sent),
            subgraphName.toLowerCase(),
          );
          ended(result.errors ? 'errors' : 'answered');
          return result;
        } catch (cause) {
          ended('unreachable');
          const message = cause instanceof Error ? cause.message : String(cause);
          const extensions = { code: 'SUBREQUEST_HTTP_ERROR', serviceName: subgraphName };
          return { errors: [new GraphQLError(message, { extensions })] };
        }
      };
      return Object.assign(execute as Executor, {
        [Symbol.asyncDispose]: async () => {
          await subscribe[Symbol.asyncDispose]();
          await pool.destroy();
        },
      });
    },
  };
}
