import type { Transport } from '@graphql-mesh/transport-common';
import type { ExecutionRequest, ExecutionResult, Executor } from '@graphql-tools/utils';
import { GraphQLError, print } from 'graphql';
import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
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

/** Collects a body as text; rejects one that is larger than a subgraph may answer. */
async function read(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) {
      body.destroy();
      throw new Error(`answered more than ${MAX_ANSWER_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes).toString('utf8');
}

async function send(
  pool: Pool,
  path: string,
  serviceHeaders: Record<string, string>,
  request: ExecutionRequest,
  signal: AbortSignal,
): Promise<ExecutionResult> {
  const context = request.context as OperationContext | undefined;
  const requestId = context?.request?.headers.get('x-request-id');
  const { statusCode, body } = await pool.request({
    path,
    method: 'POST',
    headers: {
      ...identityOf(context),
      ...serviceHeaders,
      ...(requestId ? { 'x-request-id': requestId } : {}),
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({
      query: textOf(request.document),
      variables: request.variables,
      operationName: request.operationName,
    }),
    signal,
  });
  const text = await read(body);
  // The status says little: a subgraph that refuses an operation answers 400 with GraphQL errors in the body.
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Error(`answered ${statusCode} with something that is not JSON`);
  }
  const result = asAnswer(answer);
  if (!result) throw new Error(`answered ${statusCode} with something that is not GraphQL`);
  return result;
}

/**
 * Ends a request that takes longer than it may, however steadily its answer drips, whose client has left, or whose
 * subgraph hangs.
 */
async function inTime<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  liveness: Liveness | null,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const unwatch = liveness?.watch(() => controller.abort(new Error('does not answer')));
  const timer = setTimeout(
    () => controller.abort(new Error(`did not answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  const leave = () => controller.abort(outer?.reason);
  if (outer?.aborted) leave();
  outer?.addEventListener('abort', leave, { once: true });
  try {
    const answer = await work(controller.signal);
    liveness?.heard();
    return answer;
  } finally {
    unwatch?.();
    clearTimeout(timer);
    outer?.removeEventListener('abort', leave);
  }
}

/**
 * Queries and mutations to subgraphs by HTTP, subscriptions by our WebSocket transport. It replaces the runtime's own
 * transport, whose layers of fetch, abort signals and cloning take a third of the gateway's processor time.
 */
export function queryTransport(timeoutMs: number, serviceHeaders: Record<string, string>): Transport {
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
      const execute = (request: ExecutionRequest) => {
        if (request.operationType === 'subscription') return subscribe(request);
        // A mutation that was sent may be at work: it has the whole time.
        const watched = request.operationType === 'mutation' ? null : liveness;
        return inTime(timeoutMs, request.signal, watched, (signal) =>
          send(pool, pathname, serviceHeaders, request, signal),
        ).catch((cause: unknown) => ({
          errors: [
            new GraphQLError(cause instanceof Error ? cause.message : String(cause), {
              extensions: { code: 'SUBREQUEST_HTTP_ERROR', serviceName: subgraphName },
            }),
          ],
        }));
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
