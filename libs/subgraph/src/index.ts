import 'reflect-metadata';

export { openBus, type Bus } from './bus.ts';
export { isConnectionError } from './database/connection-error.ts';
export { connect, createDataSource, migrate, type DataSourceConfig } from './database/data-source.ts';
export { widenNearestNeighbors } from './database/nearest-neighbors.ts';
export { textSearchConfigurationOf } from './database/text-search-configuration.ts';
export { inTransaction } from './database/transaction.ts';
export { platformEnv, readEnv, subgraphEnv, type PlatformEnv, type SubgraphEnv } from './env.ts';
export { batchGroupLoader, batchLoader, type FindMany } from './graphql/batch-loader.ts';
export {
  checkPageSize,
  connectionOf,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  isMoment,
  isReal,
  PageInfo,
  toConnection,
  type Connection,
  type Edge,
} from './graphql/connection.ts';
export { createContext, LOCAL_WORKSPACE_ID, type Context, type Viewer } from './graphql/context.ts';
export {
  buildFederatedSchema,
  type FederationOptions,
  type ReferenceResolver,
} from './graphql/federation.ts';
export {
  diskFull,
  ExpectedError,
  isDiskFull,
  orProblem,
  Problem,
  problemOf,
  toProblem,
  type ProblemDetails,
} from './graphql/problem.ts';
export { subgraphSdlOf } from './graphql/sdl.ts';
export { isId, newId } from './ids.ts';
export { defineJob, type JobDefinition, type JobOptions } from './jobs/job-definition.ts';
export { JobQueue } from './jobs/job-queue.ts';
export type { EnqueueOptions, JobContext, JobHandler } from './jobs/job-queue.types.ts';
export { createLog, type Log } from './log.ts';
export { startPlatform, stopOnSignal, type Platform, type PlatformOptions } from './platform.ts';
export { startSubgraph, type RunningSubgraph, type SubgraphOptions } from './server/subgraph-server.ts';
export { unexpectedError } from './server/unexpected-error.ts';
export { sourceStream } from './source-stream.ts';
