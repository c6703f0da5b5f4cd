export { migrationConfig } from './data-source.ts';
export { subgraphSdl } from './schema.ts';
