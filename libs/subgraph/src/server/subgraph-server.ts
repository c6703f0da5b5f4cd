import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { SubgraphEnv } from '../env.ts';
import { createContext, type Context } from '../graphql/context.ts';
import { stopOnSignal, type Platform } from '../platform.ts';
import { formatError } from './error-format.ts';
import { httpProblems, noSuchAddress } from './http-problem.ts';
import { createMetrics } from './metrics.ts';
import { onlyFromGateway, tokenCheck } from './service-token.ts';
import { serveSubscriptions } from './subscriptions.ts';

export interface SubgraphOptions {
  name: string;
  env: SubgraphEnv;
  platform: Platform;
  schema: GraphQLSchema;
  /** Routes besides `/graphql`: uploads, audio, exports. Mounted before any body is read. */
  routes?: (app: Express) => void;
  /** Runs before the GraphQL body parser, for multipart requests. */
  uploads?: RequestHandler;
  /** Bytes of a JSON request, 5 MB by default. */
  maxBodyBytes?: number;
  /** Stops what the service started itself. */
  onStop?: () => Promise<void>;
}

export interface RunningSubgraph {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a service: handlers first (a job without one, or with two, fails the boot), then `/graphql` over HTTP and
 * WebSocket, `/healthz` (the process lives), `/readyz` (the database answers) and `/metrics`.
 */
export async function startSubgraph(options: SubgraphOptions): Promise<RunningSubgraph> {
  const { name, env, platform, schema } = options;
  const { log } = platform;
  await platform.jobs.start();

  const app = express();
  app.disable('x-powered-by');
  // Uploads may take hours; the gateway and the kernel guard against idle sockets. An idle connection outlasts the
  // gateway's patience with it (30 s), so that no request is sent into one that is just being closed.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 65_000 }, app);
  const isFromGateway = tokenCheck(env.SERVICE_TOKEN);
  if (env.SERVICE_TOKEN === undefined)
    log.warn('SERVICE_TOKEN is not set: whatever reaches this port sees and changes everything');
  const subscriptions = serveSubscriptions(server, schema, isFromGateway, log);
  const apollo = new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // Its own handler would end the process while `onStop` and the jobs still put their work away.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(log, formatted, error),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: server, stopGracePeriodMillis: 3_000 }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await apollo.start();

  const metrics = createMetrics(name);
  app.use(metrics.measure);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const ready = await platform.dataSource.query('select 1').then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'the database does not answer' });
  });
  app.get('/metrics', metrics.expose);
  app.use(onlyFromGateway(isFromGateway));
  options.routes?.(app);
  app.use(
    '/graphql',
    ...(options.uploads ? [options.uploads] : []),
    express.json({ limit: options.maxBodyBytes ?? 5 << 20 }),
    expressMiddleware(apollo, {
      context: async ({ req }) => createContext(log, req.get('x-request-id')),
    }),
  );
  app.use(noSuchAddress);
  app.use(httpProblems(log));

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`${name}: port ${env.PORT} is taken by another program`)
          : error,
      ),
    );
    server.listen(env.PORT, env.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${env.HOST}:${port}`;
  log.info({ url }, `${name} is ready`);

  const stop = async () => {
    await subscriptions.dispose();
    await apollo.stop();
    await options.onStop?.();
    await platform.close();
  };
  stopOnSignal(log, stop);
  return { url, stop };
}
