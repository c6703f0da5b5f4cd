import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { pino } from 'pino';
import { readEnv } from '../src/env.ts';
import { startGateway } from '../src/gateway.ts';
import { composeSmallSupergraph, startSmallSubgraph } from './small-subgraphs.ts';
import type { OtherRoutes, SmallSubgraph } from './small-subgraphs.ts';

export interface GraphQLAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export interface Running {
  url: string;
  ingest: SmallSubgraph;
  transcript: SmallSubgraph;
  query(query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer>;
  close(): Promise<void>;
}

export interface RunningOptions {
  env?: Record<string, string>;
  ingestRoutes?: OtherRoutes;
  transcriptRoutes?: OtherRoutes;
}

/** The gateway over the two small subgraphs, on free ports. */
export async function startAll({
  env = {},
  ingestRoutes,
  transcriptRoutes,
}: RunningOptions = {}): Promise<Running> {
  const ingest = await startSmallSubgraph('ingest', { routes: ingestRoutes });
  const transcript = await startSmallSubgraph('transcript', { routes: transcriptRoutes });
  const gateway = await startGateway(
    readEnv({
      PORT: '0',
      INGEST_URL: ingest.url,
      TRANSCRIPT_URL: transcript.url,
      SUPERGRAPH: composeSmallSupergraph(),
      SHUTDOWN_SECONDS: '0.2',
      ...env,
    }),
    pino({ level: 'silent' }),
  );
  const running: Running = {
    url: gateway.url,
    ingest,
    transcript,
    async query(query, variables = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphQLAnswer;
    },
    async close() {
      await gateway.close();
      // Read from the object: a test that killed one puts its successor there.
      await Promise.all([running.ingest.kill(), running.transcript.kill()]);
    },
  };
  return running;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request whose Host, path and other headers go out exactly as given, which `fetch` does not allow. */
export async function raw(
  url: string,
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const req = request(
      { hostname, port, path, method: options.method ?? 'GET', headers: options.headers },
      (res) => {
        let body = '';
        res.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
      },
    );
    req.on('error', reject).end(options.body);
  });
}
