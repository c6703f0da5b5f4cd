import { createClient as createSocketClient } from 'graphql-ws';
import { Client, fetchExchange, subscriptionExchange } from 'urql';
import type { WebConfig } from '../config/web-config.ts';
import { graphCache } from './cache.ts';
import { connection } from './connection.ts';
import { waitBeforeRetryMs } from './passing.ts';
import { resumeExchange } from './resume.exchange.ts';

const KEEP_ALIVE_MS = 12_000;
const PONG_WITHIN_MS = 5_000;

/** A socket that is tried again for ever and notices a silent server within seconds. */
function createSocket(wsUrl: string) {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client = createSocketClient({
    url: wsUrl,
    lazy: true,
    lazyCloseTimeout: 5_000,
    keepAlive: KEEP_ALIVE_MS,
    retryAttempts: Infinity,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, waitBeforeRetryMs(retries))),
    shouldRetry: () => true,
    on: {
      connected: () => connection.set('connected'),
      ping: (received) => {
        if (received) return;
        pongTimer = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: (event) => {
        clearTimeout(pongTimer);
        const closedOnPurpose = (event as Partial<CloseEvent>).code === 1000;
        connection.set(closedOnPurpose ? 'idle' : 'lost');
      },
    },
  });
  return client;
}

/** The graph client of the page: one for the shell and all remotes. */
export function createGraphClient({ graphqlUrl, wsUrl }: Pick<WebConfig, 'graphqlUrl' | 'wsUrl'>): Client {
  const socket = createSocket(wsUrl);
  return new Client({
    url: graphqlUrl,
    // GET puts whole queries into addresses and logs, and the gateway's CSRF protection is made for POST.
    preferGetMethod: false,
    exchanges: [
      resumeExchange,
      graphCache(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables, operationName }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query, variables: variables as Record<string, unknown> | undefined, operationName },
              sink as Parameters<typeof socket.subscribe>[1],
            ),
          }),
        }),
      }),
    ],
  });
}
