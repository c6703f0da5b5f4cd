import type { TypedDocumentString } from '../gql/graphql.ts';
import { errorIn, isPassing, unreachable } from './colloquy-error.ts';
import { eventsOf } from './event-stream.ts';

export interface ConnectionOptions {
  /** Where Colloquy is, for example `http://127.0.0.1:4000`. */
  url: string;
  /** Sent with every request, for example what a proxy in front of Colloquy asks for. */
  headers?: Readonly<Record<string, string>>;
  /** Instead of the global one. */
  fetch?: typeof globalThis.fetch;
}

export interface Abortable {
  /** Ends the work; the call throws the signal's reason. */
  signal?: AbortSignal | undefined;
}

export interface Expecting extends Abortable {
  /** What was seen; the change is refused when there is another by now. Whatever there is unless given. */
  expectedVersion?: number | undefined;
}

interface GraphAnswer<Result> {
  data?: Result | null;
  errors?: unknown[];
}

/** A lost subscription is tried again for about a minute. */
const MOST_FAILURES = 12;
const LONGEST_WAIT_MS = 8_000;

/** Queries and mutations by POST, subscriptions as server-sent events: nothing that Node 20 or a browser lacks. */
export class Connection {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  private readonly request: typeof globalThis.fetch;

  constructor({ url, headers = {}, fetch }: ConnectionOptions) {
    this.url = new URL(url).origin;
    this.headers = headers;
    // Browsers refuse a `fetch` that is called as a method of something else.
    this.request = fetch ?? ((input, init) => globalThis.fetch(input, init));
  }

  /** @throws ColloquyError unless the answer is one of success */
  async get(path: string, { signal }: Abortable = {}): Promise<Response> {
    return this.successful(await this.send(path, { method: 'GET' }, signal));
  }

  /** @throws ColloquyError */
  async query<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    { signal }: Abortable = {},
  ): Promise<Result> {
    const response = await this.successful(
      await this.send('/graphql', this.operation(document, variables, 'application/json'), signal),
    );
    const text = await this.whole(response.text(), signal);
    return dataIn(text, response.status);
  }

  /**
   * Every result of a subscription until the server completes it, across lost connections. Only for subscriptions that
   * begin with the current state: so nothing is missed.
   * @throws ColloquyError
   */
  async *subscribe<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    { signal }: Abortable = {},
  ): AsyncGenerator<Result> {
    for (let failures = 0; ;) {
      let lost: unknown;
      try {
        const operation = this.operation(document, variables, 'text/event-stream');
        const { body, status } = await this.successful(await this.send('/graphql', operation, signal));
        if (!body) throw errorIn('', status);
        for await (const { event, data } of this.events(body)) {
          if (event === 'complete') return;
          if (event !== 'next') continue;
          const result = dataIn<Result>(data, status);
          failures = 0;
          yield result;
        }
      } catch (error) {
        signal?.throwIfAborted();
        if (!isPassing(error)) throw error;
        lost = error;
      }
      if (++failures > MOST_FAILURES) throw lost ?? unreachable(this.url, undefined);
      await pause(Math.min(LONGEST_WAIT_MS, 125 * 2 ** failures), signal);
    }
  }

  private operation(document: object, variables: unknown, accept: string): RequestInit {
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: document.toString(), variables }),
    };
  }

  private async send(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
    const arriving = this.request(new URL(path, this.url), {
      ...init,
      headers: { ...this.headers, ...init.headers },
      ...(signal ? { signal } : {}),
    });
    return this.whole(arriving, signal);
  }

  private async successful(response: Response): Promise<Response> {
    if (response.ok) return response;
    throw errorIn(await response.text(), response.status);
  }

  private async *events(body: ReadableStream<Uint8Array>) {
    try {
      yield* eventsOf(body);
    } catch (cause) {
      throw unreachable(this.url, cause);
    }
  }

  /** What arrived, or that the server is gone. */
  private async whole<T>(arriving: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    try {
      return await arriving;
    } catch (cause) {
      signal?.throwIfAborted();
      throw unreachable(this.url, cause);
    }
  }
}

function dataIn<Result>(text: string, status: number): Result {
  let answer: GraphAnswer<Result> = {};
  try {
    answer = JSON.parse(text) as GraphAnswer<Result>;
  } catch {
    // Told below.
  }
  if (answer.errors?.length || !answer.data) throw errorIn(text, status);
  return answer.data;
}

/** @throws the reason of the signal */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms * (0.75 + Math.random() / 2));
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
  signal?.throwIfAborted();
}
