import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export type Respond = (response: ServerResponse, asked: Asked) => void;

/** A local HTTP server that answers as each test says, and remembers what it was asked. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  respond: Respond = status(500);
  readonly #server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const asked = { method, path, headers, body: Buffer.concat(parts) };
      this.asked.push(asked);
      this.respond(response, asked);
    });
  });

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The first times as given, then the last one again and again. */
  script(...responses: Respond[]): void {
    this.asked.length = 0;
    this.respond = (response, asked) =>
      (responses[this.asked.length - 1] ?? responses.at(-1))?.(response, asked);
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export const json =
  (value: unknown): Respond =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

export const status =
  (code: number, headers: Record<string, string> = {}): Respond =>
  (response) =>
    void response.writeHead(code, headers).end('{"error_code":"AS_TOLD","message":"as you asked"}');

export const garbage: Respond = (response) =>
  void response.writeHead(200).end('<html>Welcome to nginx</html>');

export const halfAnAnswer: Respond = (response) => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"predictions":');
  setTimeout(() => response.destroy(), 50);
};

export const endless: Respond = (response) => {
  response.writeHead(200);
  const chunk = Buffer.alloc(1 << 20, 'a');
  const send = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', send);
  send();
};

export const silence: Respond = () => undefined;
