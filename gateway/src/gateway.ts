import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { GatewayEnv } from './env.ts';
import { errorMask } from './graph/errors.ts';
import { createGraph } from './graph/graph.ts';
import type { Limits } from './graph/limits.ts';
import { createSockets } from './graph/sockets.ts';
import type { Sockets } from './graph/sockets.ts';
import { loadSupergraph } from './graph/supergraph.ts';
import type { SubgraphUrls } from './graph/supergraph.ts';
import { refuseUpload } from './graph/upload-operation.ts';
import { answerQuery } from './http/operation.ts';
import { Pipe } from './http/pipe.ts';
import { readiness } from './http/readiness.ts';
import { AccessPolicy, isLoopback } from './http/security.ts';
import { createHttpServer } from './http/server.ts';
import { webConfig } from './http/web-config.ts';
import { WebApp } from './http/web-app.ts';
import { createMetrics } from './metrics.ts';
import { createPlayground } from './playground/playground.ts';

export interface RunningGateway {
  url: string;
  /** Stops taking work, lets what is in flight finish within SHUTDOWN_SECONDS, then closes the rest. */
  close(): Promise<void>;
}

/** Starts the gateway and resolves when it listens. Rejects when the supergraph cannot be read or the port is taken. */
export async function startGateway(env: GatewayEnv, log: Logger): Promise<RunningGateway> {
  const urls: SubgraphUrls = { ingest: env.INGEST_URL, transcript: env.TRANSCRIPT_URL, chat: env.CHAT_URL };
  const serviceHeaders: Record<string, string> = env.SERVICE_TOKEN
    ? { 'x-service-token': env.SERVICE_TOKEN }
    : {};
  let sockets: Sockets | undefined;
  let stopping = false;
  const metrics = createMetrics(() => sockets?.count() ?? 0);
  const limits: Limits = {
    depth: env.MAX_DEPTH,
    cost: env.MAX_COST,
    aliases: env.MAX_ALIASES,
    directives: env.MAX_DIRECTIVES,
    tokens: env.MAX_TOKENS,
    bodyBytes: env.MAX_BODY_BYTES,
    introspection: !env.DISABLE_INTROSPECTION,
  };
  const graph = await createGraph({
    supergraph: await loadSupergraph(env.SUPERGRAPH, urls),
    limits,
    subgraphTimeoutMs: env.SUBGRAPH_TIMEOUT_SECONDS * 1000,
    serviceHeaders,
    observe: (labels, seconds) => metrics.subgraphs.observe(labels, seconds),
    log,
  });
  const ingest = new Pipe(
    { service: 'ingest', url: env.INGEST_URL, headers: serviceHeaders },
    metrics.pipedBytes,
    log,
  );
  const transcript = new Pipe(
    { service: 'transcript', url: env.TRANSCRIPT_URL, headers: serviceHeaders },
    metrics.pipedBytes,
    log,
  );
  const config = webConfig(env.REMOTES);
  const policy = new AccessPolicy({
    host: env.HOST,
    allowedHosts: env.ALLOWED_HOSTS,
    corsOrigins: env.CORS_ORIGINS,
  });
  const server = createHttpServer({
    graph,
    ingest,
    transcript,
    refuseUpload: async (operations) => (await refuseUpload(graph, limits, operations)).map(errorMask(log)),
    webApp: new WebApp(env.WEB_ROOT, config),
    webConfig: config,
    playground: createPlayground((query, req) => answerQuery(graph, query, req)),
    policy,
    metrics,
    maxBodyBytes: env.MAX_IMPORT_BODY_BYTES,
    readiness: () => readiness(urls, serviceHeaders, stopping),
    log,
  });
  sockets = createSockets(graph, {
    messageBytes: env.MAX_BODY_BYTES,
    subscriptionsPerSocket: env.MAX_SUBSCRIPTIONS_PER_SOCKET,
  });
  server.on('upgrade', upgradeHandler(policy, sockets, env.MAX_SOCKETS));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(env.PORT, env.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`;
  log.info({ url }, 'gateway listens');
  if (!isLoopback(env.HOST)) {
    log.warn(
      'Colloquy is open to the network and has no access control yet: everybody who reaches this address sees and changes everything.',
    );
  }

  return {
    url,
    async close() {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await sockets.close();
      server.closeIdleConnections();
      const deadline = setTimeout(() => server.closeAllConnections(), env.SHUTDOWN_SECONDS * 1000);
      await closed;
      clearTimeout(deadline);
      ingest.close();
      transcript.close();
      await graph[Symbol.asyncDispose]();
    },
  };
}

/** WebSockets know no CORS: whatever page opened one is told apart by Host and Origin here. */
function upgradeHandler(policy: AccessPolicy, sockets: Sockets, maxSockets: number) {
  return (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = req.url?.split('?', 1)[0];
    const status =
      path !== '/graphql'
        ? '404 Not Found'
        : policy.refusal(req)
          ? '403 Forbidden'
          : sockets.count() >= maxSockets
            ? '503 Service Unavailable'
            : null;
    if (status === null) return sockets.accept(req, socket, head);
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
}
