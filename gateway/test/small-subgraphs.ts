// Two small, real subgraphs over HTTP and WebSocket, so that the gateway is tested against the wire, not against mocks.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

const ingestSdl = `${LINK}
  type Recording @key(fields: "id") { id: ID! title: String! explode: String similar: [Recording!]! }
  type RecordingEdge { node: Recording! }
  type RecordingConnection { edges: [RecordingEdge!]! totalCount: Int! }
  type Tick { seq: Int! recording: Recording! }
  input UploadRecordingInput { title: String }
  input ImportTranscriptInput { content: String! }
  type Query { recordings(first: Int = 20): RecordingConnection! recording(id: ID!): Recording }
  scalar Upload
  type Mutation { uploadRecording(file: Upload!, input: UploadRecordingInput): Recording! importTranscript(input: ImportTranscriptInput!): Int! rename(id: ID!, title: String!): Recording! }
  type Subscription { ticks: Tick! }
`;
const transcriptSdl = `${LINK}
  type Recording @key(fields: "id") { id: ID! segments(first: Int = 20): [Segment!] }
  type Segment @key(fields: "id") { id: ID! text: String! }
  type Query { segment(id: ID!): Segment }
`;

const recordings = Array.from({ length: 20 }, (_, index) => ({
  id: String(index + 1),
  title: `Recording ${index + 1}`,
  similar: [],
}));
const segments = Array.from({ length: 20 }, (_, index) => ({
  id: String(index + 1),
  text: `What was said at ${index + 1}, in about as many words as people use.`,
}));

const found = (id: string) => recordings.find((recording) => recording.id === id) ?? null;

async function* ticks(everyMs: number): AsyncGenerator<unknown> {
  for (let seq = 0; ; seq++) {
    yield { ticks: { seq, recording: recordings[0] } };
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function ingestSchema(tickMs: number): GraphQLSchema {
  return buildSubgraphSchema([
    {
      typeDefs: parse(ingestSdl),
      resolvers: {
        Query: {
          recordings: (_: unknown, { first }: { first: number }) => ({
            edges: recordings.slice(0, first).map((node) => ({ node })),
            totalCount: recordings.length,
          }),
          recording: (_: unknown, { id }: { id: string }) => found(id),
        },
        Mutation: {
          importTranscript: (_: unknown, { input }: { input: { content: string } }) => input.content.length,
          rename: (_: unknown, { id, title }: { id: string; title: string }) => ({ ...found(id), title }),
        },
        Subscription: { ticks: { subscribe: () => ticks(tickMs) } },
        Recording: {
          __resolveReference: ({ id }: { id: string }) => found(id),
          explode: () => {
            throw new Error('a secret at /srv/ingest.ts:12');
          },
        },
      },
    },
  ]);
}

function transcriptSchema(): GraphQLSchema {
  return buildSubgraphSchema([
    {
      typeDefs: parse(transcriptSdl),
      resolvers: {
        Query: {
          segment: (_: unknown, { id }: { id: string }) =>
            segments.find((segment) => segment.id === id) ?? null,
        },
        Recording: {
          __resolveReference: (reference: { id: string }) => reference,
          segments: (_: unknown, { first }: { first: number }) => segments.slice(0, first),
        },
      },
    },
  ]);
}

/** Composes the two into a supergraph file and returns its path. */
export function composeSmallSupergraph(): string {
  const result = composeServices([
    { name: 'ingest', url: 'http://placeholder/graphql', typeDefs: parse(ingestSdl) },
    { name: 'transcript', url: 'http://placeholder/graphql', typeDefs: parse(transcriptSdl) },
  ]);
  if (!result.supergraphSdl) throw new Error(JSON.stringify(result.errors));
  // One file for all who compose the same.
  const digest = createHash('sha256').update(result.supergraphSdl).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `colloquy-supergraph-${digest}.graphql`);
  writeFileSync(path, result.supergraphSdl);
  return path;
}

export type OtherRoutes = (req: IncomingMessage, res: ServerResponse) => void;

export interface SmallSubgraph {
  url: string;
  port: number;
  /** GraphQL requests and socket operations that reached it. */
  hits: () => number;
  /** As kill -9 looks from outside: every connection breaks at once. */
  kill(): Promise<void>;
}

export interface SmallSubgraphOptions {
  port?: number;
  tickMs?: number;
  /** Answers what is not /graphql, for the pipes. */
  routes?: OtherRoutes;
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Starts `ingest` or `transcript` on a free port of the loopback address, or on the given one. */
export async function startSmallSubgraph(
  name: 'ingest' | 'transcript',
  { port = 0, tickMs = 50, routes }: SmallSubgraphOptions = {},
): Promise<SmallSubgraph> {
  const schema = name === 'ingest' ? ingestSchema(tickMs) : transcriptSchema();
  const apollo = new ApolloServer({
    schema,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await apollo.start();
  let hits = 0;
  const server: Server = createServer((req, res) => {
    if (!req.url?.startsWith('/graphql') || req.headers['content-type']?.startsWith('multipart/')) {
      if (routes) routes(req, res);
      else res.writeHead(404).end();
      return;
    }
    hits++;
    void readBody(req).then(async (text) => {
      const headers = new HeaderMap();
      for (const [key, value] of Object.entries(req.headers)) headers.set(key, String(value));
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body: JSON.parse(text) as unknown },
        context: async () => ({}),
      });
      res.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
      res.end(answer.body.kind === 'complete' ? answer.body.string : '');
    });
  });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer({ schema, onSubscribe: () => void hits++ }, sockets);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    hits: () => hits,
    async kill() {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await closed;
      sockets.removeAllListeners();
      await apollo.stop();
    },
  };
}
