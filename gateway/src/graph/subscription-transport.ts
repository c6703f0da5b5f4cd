import WebSocket from 'ws';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { print } from 'graphql';
import type { ExecutionRequest, ExecutionResult, Executor } from '@graphql-tools/utils';
import type { Transport } from '@graphql-mesh/transport-common';
import { problemError, unavailable } from '../problem.ts';
import { identityOf } from './identity.ts';
import type { OperationContext } from './identity.ts';

const RETRY_FIRST_MS = 250;
const RETRY_LIMIT_MS = 5_000;
const IDLE_CLOSE_MS = 500;

/** Waits 0.25, 0.5, 1, 2, 4, 5, 5 … seconds, with jitter so that a thousand subscribers do not return at once. */
async function backoff(retries: number): Promise<void> {
  const wait = Math.min(RETRY_LIMIT_MS, RETRY_FIRST_MS * 2 ** retries) + Math.random() * RETRY_FIRST_MS;
  await new Promise((resolve) => setTimeout(resolve, wait));
}

interface Connection {
  client: Client;
  /** Subscriptions that use it now. */
  users: number;
}

/** One multiplexed connection per identity, forgotten when it closes after its last subscription. */
class SubgraphConnections {
  private readonly open = new Map<string, Connection>();
  private readonly url: string;
  private readonly webSocket: new (address: string, protocols?: string | string[]) => WebSocket;

  constructor(url: string, headers: Record<string, string>) {
    this.url = url;
    this.webSocket = class extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
      }
    };
  }

  acquire(identity: Record<string, string>): { client: Client; release: () => void } {
    const key = JSON.stringify(identity);
    const connection = this.open.get(key) ?? { client: this.connect(identity, key), users: 0 };
    this.open.set(key, connection);
    connection.users++;
    let released = false;
    const release = () => {
      if (!released) connection.users--;
      released = true;
    };
    return { client: connection.client, release };
  }

  private connect(identity: Record<string, string>, key: string): Client {
    return createClient({
      url: this.url,
      webSocketImpl: this.webSocket,
      lazy: true,
      lazyCloseTimeout: IDLE_CLOSE_MS,
      keepAlive: 15_000,
      connectionParams: identity,
      // A subgraph that was killed comes back: graphql-ws then subscribes again by itself.
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: backoff,
      on: {
        closed: () => {
          if (this.open.get(key)?.users === 0) this.open.delete(key);
        },
      },
    });
  }

  dispose(): void {
    for (const { client } of this.open.values()) {
      // Not awaited: a client that is between two attempts to connect would make us wait, or reject.
      Promise.resolve(client.dispose()).catch(() => undefined);
      client.terminate();
    }
    this.open.clear();
  }
}

/** Written out, because the `return` of an async generator waits for the next event before it cancels anything. */
function subscribe(
  subgraphName: string,
  connections: SubgraphConnections,
  request: ExecutionRequest,
): AsyncIterableIterator<ExecutionResult> {
  const { client, release } = connections.acquire(
    identityOf(request.context as OperationContext | undefined),
  );
  const results = client.iterate({
    query: print(request.document),
    variables: request.variables,
    operationName: request.operationName,
  });
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const event = await results.next();
        if (event.done) release();
        return event as IteratorResult<ExecutionResult>;
      } catch {
        // Only a fatal close (protocol or refusal) arrives here: everything else is retried by the client.
        release();
        return { done: false, value: { errors: [problemError(unavailable(subgraphName))] } };
      }
    },
    async return() {
      release();
      await results.return?.();
      return { done: true, value: undefined };
    },
  };
}

/**
 * Subscriptions to subgraphs over graphql-transport-ws that survive a subgraph's death. The runtime's own transport
 * ends them without a word. Events between death and return are lost, so a subscription whose first event is the
 * current state, as all of ours are, loses nothing that matters.
 */
export const subscriptionTransport = (serviceHeaders: Record<string, string>): Transport => ({
  getSubgraphExecutor({ transportEntry, subgraphName }) {
    const url = (transportEntry.location ?? '').replace(/^http/, 'ws');
    const connections = new SubgraphConnections(url, serviceHeaders);
    const execute = (request: ExecutionRequest) => subscribe(subgraphName, connections, request);
    return Object.assign(execute as Executor, { [Symbol.asyncDispose]: async () => connections.dispose() });
  },
});
