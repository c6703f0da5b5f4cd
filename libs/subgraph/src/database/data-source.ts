import { DataSource, MigrationExecutor, type DataSourceOptions, type MixedList } from 'typeorm';

export interface DataSourceConfig {
  url: string;
  /** The service's own PostgreSQL schema. */
  schema: string;
  entities: MixedList<Function>;
  migrations: MixedList<Function>;
  /** Connections in the pool, 8 by default. */
  poolSize?: number;
}

/** The one place that says how TypeORM talks to PostgreSQL, embedded or not. */
export function createDataSource(config: DataSourceConfig): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: config.url,
    schema: config.schema,
    entities: config.entities as Function[],
    migrations: config.migrations as Function[],
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: config.poolSize ?? 8,
    connectTimeoutMS: 30_000,
    applicationName: `colloquy-${config.schema}`,
    // A database restart kills idle connections: pg says so here, and the next query opens a new one.
    poolErrorHandler: () => undefined,
    extra: { keepAlive: true, idleTimeoutMillis: 60_000 },
  };
  return new DataSource(options);
}

/**
 * Brings the service's schema up to date. Several processes may start at once: a transaction-scoped lock lets one
 * migrate while the others wait, on one connection because the embedded database runs one transaction at a time.
 */
export async function migrate(dataSource: DataSource, direction: 'up' | 'down' = 'up'): Promise<string[]> {
  const schema = (dataSource.options as { schema?: string }).schema ?? 'public';
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.startTransaction();
    await runner.query('select pg_advisory_xact_lock(hashtext($1))', [`colloquy-migrate`]);
    await runner.query(`create schema if not exists "${schema}"`);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'none';
    let names: string[];
    if (direction === 'up') {
      names = (await executor.executePendingMigrations()).map((migration) => migration.name);
    } else {
      names = (await executor.getExecutedMigrations()).slice(0, 1).map((migration) => migration.name);
      await executor.undoLastMigration();
    }
    await runner.commitTransaction();
    return names;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** Waits for the database to accept connections: services and database start side by side. */
export async function connect(dataSource: DataSource, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      const starting = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '57P03'].includes(code);
      if (!starting || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
