import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PgBoss } from 'pg-boss';
import { DataSource, EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { SpawnedPostgres } from '../src/index.ts';
import { eventually, spawnDatabase } from './disposable-database.ts';

let database: SpawnedPostgres;
beforeAll(async () => {
  database = await spawnDatabase();
});
afterAll(() => database.stop());

interface Passage {
  id: number;
  body: string;
  embedding: number[];
}

const passages = new EntitySchema<Passage>({
  name: 'passage',
  schema: 'library',
  columns: {
    id: { type: 'int', primary: true, generated: true },
    body: { type: 'text', unique: true },
    embedding: { type: 'vector', length: 3 },
  },
});

class CreatePassages1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA IF NOT EXISTS library`);
    await runner.query(
      `CREATE EXTENSION IF NOT EXISTS vector; CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS unaccent; CREATE EXTENSION IF NOT EXISTS pgcrypto`,
    );
    await runner.query(`CREATE TABLE library.passage (id serial PRIMARY KEY, body text UNIQUE NOT NULL, embedding vector(3) NOT NULL,
      search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED)`);
    await runner.query(`CREATE INDEX ON library.passage USING gin (search)`);
    await runner.query(`CREATE INDEX ON library.passage USING gin (body gin_trgm_ops)`);
    await runner.query(`CREATE INDEX ON library.passage USING hnsw (embedding vector_cosine_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE library.passage`);
  }
}

test('TypeORM: migrations, transactions, upsert, vectors, full text, trigrams, locks', async () => {
  const source = new DataSource({
    type: 'postgres',
    url: database.url,
    entities: [passages],
    migrations: [CreatePassages1700000000000],
    schema: 'public',
    installExtensions: false,
    poolSize: 4,
  });
  await source.initialize();
  try {
    await source.runMigrations();
    const repository = source.getRepository(passages);
    const bodies = ['the customer promised to pay', 'we discussed walking dogs', 'pricing came up again'];
    await source.transaction(async (manager) => {
      await manager.insert(
        passages,
        bodies.map((body, index) => ({
          body,
          embedding: [index === 0 ? 1 : 0, index === 1 ? 1 : 0, index === 2 ? 1 : 0],
        })),
      );
    });
    await expect(
      source.transaction(async (manager) => {
        await manager.insert(passages, { body: 'never stored', embedding: [1, 1, 1] });
        await manager.insert(passages, { body: bodies[0] ?? '', embedding: [1, 1, 1] });
      }),
    ).rejects.toMatchObject({ code: '23505' });
    await repository.upsert({ body: 'pricing came up again', embedding: [0, 0.1, 1] }, ['body']);
    expect(await repository.count()).toBe(3);
    expect((await repository.findOneByOrFail({ body: 'pricing came up again' })).embedding).toEqual([
      0, 0.1, 1,
    ]);

    const nearest = await repository
      .createQueryBuilder('p')
      .orderBy('p.embedding <=> :query')
      .setParameter('query', '[0,1,0.1]')
      .getMany();
    expect(nearest[0]?.body).toBe('we discussed walking dogs');
    const found = await source.query<{ body: string }[]>(
      `SELECT body FROM library.passage WHERE search @@ websearch_to_tsquery('english', $1)`,
      ['promises'],
    );
    expect(found).toEqual([{ body: 'the customer promised to pay' }]);
    const similar = await source.query<{ body: string }[]>(
      `SELECT body FROM library.passage WHERE unaccent($1) <% body`,
      ['custömer'],
    );
    expect(similar).toEqual([{ body: 'the customer promised to pay' }]);

    const locked = await source.transaction((manager) =>
      manager
        .getRepository(passages)
        .createQueryBuilder('p')
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .limit(2)
        .getMany(),
    );
    expect(locked).toHaveLength(2);
    await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
}, 30_000);

test('pg-boss: batches, retries with dead letter, a worker that is killed', async () => {
  const boss = new PgBoss({
    connectionString: database.url,
    schema: 'jobs',
    max: 5,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    maintenanceIntervalSeconds: 1,
  });
  boss.on('error', (error) => console.warn(String(error)));
  await boss.start();
  try {
    await boss.createQueue('many');
    await boss.createQueue('dead');
    await boss.createQueue('failing', { retryLimit: 1, retryDelay: 1, deadLetter: 'dead' });
    await boss.createQueue('killed', { heartbeatSeconds: 10, retryLimit: 2 });

    await boss.insert(
      'many',
      Array.from({ length: 500 }, (_, number) => ({ data: { number } })),
    );
    const done: number[] = [];
    await boss.work<{ number: number }>(
      'many',
      { batchSize: 50, localConcurrency: 2, pollingIntervalSeconds: 0.5 },
      (jobs) => {
        done.push(...jobs.map(({ data }) => data.number));
        return Promise.resolve();
      },
    );

    let attempts = 0;
    let dead: unknown;
    await boss.work('failing', { pollingIntervalSeconds: 0.5 }, () => {
      attempts += 1;
      return Promise.reject(new Error('as planned'));
    });
    await boss.work('dead', { pollingIntervalSeconds: 0.5 }, ([job]) => {
      dead = job?.data;
      return Promise.resolve();
    });
    await boss.send('failing', { subject: 'x' });

    const id = await boss.send('killed', {});
    const worker = fork(fileURLToPath(new URL('./job-process.ts', import.meta.url)), [database.url], {
      execArgv: [],
    });
    const [started] = (await once(worker, 'message')) as [string];
    expect(started).toBe(id);
    worker.kill('SIGKILL');
    let resumed: string | undefined;
    await boss.work('killed', { pollingIntervalSeconds: 0.5 }, ([job]) => {
      resumed = job?.id;
      return Promise.resolve();
    });

    await eventually('500 jobs', () => done.length === 500, 20_000);
    expect(new Set(done).size).toBe(500);
    await eventually('the dead letter', () => dead !== undefined, 20_000);
    expect({ attempts, dead }).toEqual({ attempts: 2, dead: { subject: 'x' } });
    await eventually('the killed worker’s job to resume', () => resumed === id, 30_000);
  } finally {
    await boss.stop({ graceful: false });
  }
}, 90_000);
