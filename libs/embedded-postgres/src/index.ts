export {
  IN_MEMORY,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts';
export { EmbeddedPostgresError, FAILURES, type FailureCode } from './embedded-postgres.errors.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export type { Log } from './log.ts';
export { DEFAULT_MAINTENANCE, type MaintenanceTimes } from './pool/maintenance.ts';
export {
  spawnEmbeddedPostgres,
  type Exit,
  type SpawnedPostgres,
  type SpawnOptions,
} from './spawn-embedded-postgres.ts';
