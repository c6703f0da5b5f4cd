import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatRequest {
  model: string;
  stream: boolean;
  messages: { role: string; content: string }[];
}

export type Answers = (request: ChatRequest, response: ServerResponse) => unknown;
/** A vector a text, or the status it is refused with. */
export type Embeds = (texts: string[]) => number[][] | number;

const chunk = (content: string, finish: string | null = null) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, delta: finish ? {} : { role: 'assistant', content }, finish_reason: finish }],
  })}\n\n`;

const head = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Streams the pieces and ends as OpenAI does. */
export const says =
  (...pieces: string[]): Answers =>
  (_, response) => {
    head(response);
    for (const piece of pieces) response.write(chunk(piece));
    response.end(`${chunk('', 'stop')}data: [DONE]\n\n`);
  };

/** Streams a piece every 100 ms. */
export const saysSlowly =
  (...pieces: string[]): Answers =>
  async (_, response) => {
    head(response);
    for (const piece of pieces) {
      response.write(chunk(piece));
      await sleep(100);
    }
    response.end(`${chunk('', 'stop')}data: [DONE]\n\n`);
  };

/** A piece every `everyMs` until nobody listens any more. */
export const dripsForEver =
  (piece: string, everyMs = 50): Answers =>
  async (_, response) => {
    head(response);
    while (!response.destroyed) {
      response.write(chunk(piece));
      await sleep(everyMs);
    }
  };

/** One piece, then silence. */
export const fallsSilent =
  (piece: string): Answers =>
  (_, response) =>
    void head(response).write(chunk(piece));

/** One piece, then the connection is cut. */
export const cutsOff =
  (piece: string): Answers =>
  async (_, response) => {
    head(response).write(chunk(piece));
    await sleep(100);
    response.destroy();
  };

export const sends =
  (status: number, body: string, headers: Record<string, string> = {}): Answers =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

/** Asks to come back at once, so that tests need not wait. */
export const refuses = (status: number): Answers =>
  sends(status, '{"error":{"message":"the key sk-secret is at its limit"}}', { 'retry-after-ms': '20' });

/** Speaks OpenAI's `/v1/chat/completions` and `/v1/embeddings`; each test says how. */
export class ModelServer {
  readonly chats: { headers: IncomingHttpHeaders; body: ChatRequest }[] = [];
  readonly embedded: string[] = [];
  answers: Answers = says('Nothing.');
  embeds: Embeds = () => 404;
  /** Connections their reader gave up. */
  abandoned = 0;

  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(parts).toString() || '{}');
      if (request.url === '/v1/embeddings') return this.embed(body as { input: string[] }, response);
      if (request.url !== '/v1/chat/completions') return void response.writeHead(404).end();
      this.chats.push({ headers: request.headers, body: body as ChatRequest });
      response.on('close', () => (this.abandoned += response.writableFinished ? 0 : 1));
      void this.answers(body as ChatRequest, response);
    });
  });

  private embed({ input }: { input: string[] }, response: ServerResponse): void {
    const vectors = this.embeds(input);
    if (typeof vectors === 'number') return void refuses(vectors)({} as ChatRequest, response);
    this.embedded.push(...input);
    const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
    sends(200, JSON.stringify({ object: 'list', model: 'test-embedder', data }))({} as ChatRequest, response);
  }

  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
