import { spawnEmbeddedPostgres } from '@colloquy/embedded-postgres';
import pg from 'pg';

export interface DisposableDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * An empty database for one test file: on the server of `COLLOQUY_TEST_DATABASE_URL` when that is set (a PostgreSQL
 * with pgvector), else an embedded one in memory, in a process of its own.
 */
export async function disposableDatabase(): Promise<DisposableDatabase> {
  const server = process.env['COLLOQUY_TEST_DATABASE_URL'];
  return server ? onServer(server) : embedded();
}

async function embedded(): Promise<DisposableDatabase> {
  const database = await spawnEmbeddedPostgres({ dataDir: 'memory://', port: 0, password: 'test' });
  return { url: database.url, drop: () => database.stop() };
}

async function onServer(server: string): Promise<DisposableDatabase> {
  const name = `colloquy_test_${Date.now()}_${process.pid}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`drop database ${name} with (force)`) };
}
