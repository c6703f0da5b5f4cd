export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts';
export { spawnEmbeddedPostgres, type SpawnedPostgres, type SpawnOptions } from './spawn-embedded-postgres.ts';
