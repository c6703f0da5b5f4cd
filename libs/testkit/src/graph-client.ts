import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

export interface GraphAnswer<T> {
  data: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** A GraphQL client for tests: queries over HTTP, subscriptions over graphql-transport-ws. */
export class GraphClient {
  private socket: Client | undefined;

  /** @param url of `/graphql`, HTTP. */
  constructor(readonly url: string) {}

  async request<T = Record<string, never>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphAnswer<T>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphAnswer<T>;
  }

  /** @throws with every message when there are errors. */
  async query<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.request<T>(query, variables);
    if (errors?.length || !data) throw new Error(`GraphQL: ${JSON.stringify(errors)}`);
    return data;
  }

  subscribe<T>(query: string, variables: Record<string, unknown> = {}): AsyncIterableIterator<T> {
    this.socket ??= createClient({
      url: this.url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 20,
      shouldRetry: () => true,
    });
    const results = this.socket.iterate<T>({ query, variables });
    const toData = (result: IteratorResult<{ data?: T | null; errors?: unknown }>): IteratorResult<T> => {
      if (result.done) return { done: true, value: undefined };
      if (!result.value.data) throw new Error(`GraphQL: ${JSON.stringify(result.value.errors)}`);
      return { done: false, value: result.value.data };
    };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => toData(await results.next()),
      return: async () => {
        await results.return?.();
        return { done: true, value: undefined };
      },
    };
  }

  async close(): Promise<void> {
    await this.socket?.dispose();
  }
}
