import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';

const HOST = '127.0.0.1';
const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface HttpServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Streamable HTTP at `/mcp`, for this machine only and without sessions: each request is served by a server of its own.
 * @param port 0 for any that is free
 */
export async function serveHttp(create: () => McpServer, port: number): Promise<HttpServer> {
  const http = createServer((request, response) => {
    answer(create, request, response).catch(() => refuse(response, 500, 'Something went wrong here.'));
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(port, HOST, resolve);
  });
  return {
    url: `http://${HOST}:${(http.address() as AddressInfo).port}/mcp`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function answer(
  create: () => McpServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurs(request)) return refuse(response, 403, 'Only programs of this machine may use this server.');
  if (request.url?.split('?', 1)[0] !== '/mcp') return refuse(response, 404, 'The server is at /mcp.');
  if (request.method !== 'POST') return refuse(response, 405, 'This server keeps no sessions: use POST.');
  const server = create();
  const transport = new StreamableHTTPServerTransport();
  response.once('close', () => void server.close());
  await server.connect(transport);
  await transport.handleRequest(request, response);
}

/**
 * Loopback is no protection from the pages a browser shows here: by its name resolving to 127.0.0.1 (DNS rebinding) any
 * of them reaches this port. So Host must be a loopback name, and no page of another origin may ask.
 */
function isOurs({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const address = `http://${host}`;
  if (!URL.canParse(address) || !LOOPBACK_NAMES.has(new URL(address).hostname)) return false;
  return origin === undefined || origin === address;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(status, { 'content-type': 'application/json', ...(status === 405 ? { allow: 'POST' } : {}) })
    .end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }));
}
