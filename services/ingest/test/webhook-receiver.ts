import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

export interface WebhookPayload {
  version: number;
  id: string;
  type: string;
  createdAt: string;
  workspaceId: string;
  data: Record<string, unknown>;
}

interface ReceivedRequest {
  headers: IncomingHttpHeaders;
  body: string;
  payload: WebhookPayload;
}

type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

const accept: Answer = (response) => void response.writeHead(204).end();

/** A server of somebody else, which answers as it is told to. */
export class WebhookReceiver {
  readonly requests: ReceivedRequest[] = [];
  answer: Answer = accept;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        const received = {
          headers: request.headers,
          body,
          payload: (body ? JSON.parse(body) : {}) as WebhookPayload,
        };
        receiver.requests.push(received);
        receiver.answer(response, received);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  accept(): void {
    this.answer = accept;
  }

  refuse(status: number): void {
    this.answer = (response) => void response.writeHead(status).end('no\0thanks');
  }

  of(type: string): ReceivedRequest[] {
    return this.requests.filter(({ payload }) => payload.type === type);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What the library of the Standard Webhooks specification says. @throws when a request is not signed with a secret */
export function verified(secret: string, { body, headers }: ReceivedRequest): WebhookPayload {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as WebhookPayload;
}
