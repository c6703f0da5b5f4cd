import type pg from 'pg';
import type { SpawnedPostgres } from '../src/index.ts';
import { connect, spawnDatabase, withClients } from './disposable-database.ts';

let database: SpawnedPostgres;
let url: string;
beforeAll(async () => {
  database = await spawnDatabase();
  ({ url } = database);
});
afterAll(() => database.stop());

const one = async (client: pg.Client, sql: string, values: unknown[] = []): Promise<unknown> => {
  const { rows } = await client.query<Record<string, unknown>>(sql, values);
  return Object.values(rows[0] ?? {})[0];
};

describe('LISTEN/NOTIFY', () => {
  const heard = (client: pg.Client): string[] => {
    const payloads: string[] = [];
    client.on('notification', ({ channel, payload }) => payloads.push(`${channel}:${payload}`));
    return payloads;
  };

  test('reaches every listener at once and nobody else, across UNLISTEN and disconnects', async () => {
    await withClients(url, 3, async (a, b, c) => {
      const [atA, atB, atC] = [heard(a), heard(b), heard(c)];
      await a.query('LISTEN news');
      await b.query('LISTEN news; LISTEN "Other News"');
      await c.query(`SELECT pg_notify('news', 'one')`);
      await c.query(`NOTIFY "Other News", 'two'`);
      await a.query('UNLISTEN news');
      await c.query(`NOTIFY news, 'three'`);
      await a.query('UNLISTEN *');
      await c.query(`NOTIFY news, 'four'`);
      await Promise.all([a.query('SELECT 1'), b.query('SELECT 1')]);
      expect(atA).toEqual(['news:one']);
      expect(atB).toEqual(['news:one', 'Other News:two', 'news:three', 'news:four']);
      expect(atC).toEqual([]);
    });
  });

  test('a LISTEN that was rolled back does not listen; a NOTIFY waits for its commit', async () => {
    await withClients(url, 2, async (a, b) => {
      const atA = heard(a);
      await a.query('BEGIN');
      await a.query('LISTEN undone');
      await a.query('ROLLBACK');
      await a.query('LISTEN done');
      await b.query(`NOTIFY undone, 'x'`);
      await b.query('BEGIN');
      await b.query(`NOTIFY done, 'rolled back'`);
      await b.query('ROLLBACK');
      await b.query('BEGIN');
      await b.query(`NOTIFY done, 'committed'`);
      await b.query('COMMIT');
      await a.query('SELECT 1');
      expect(atA).toEqual(['done:committed']);
    });
  });
});

describe('settings', () => {
  test.each([
    ['SET', `SET work_mem = '7MB'`],
    ['set_config', `SELECT set_config('work_mem', '7MB', false)`],
    [
      'a prepared set_config',
      { name: 'set', text: 'SELECT set_config($1, $2, false)', values: ['work_mem', '7MB'] },
    ],
  ])('%s counts for its connection only, across others’ queries', async (_, statement) => {
    await withClients(url, 2, async (a, b) => {
      await a.query(statement as string);
      expect(await one(b, 'SHOW work_mem')).toBe('4MB');
      expect(await one(a, 'SHOW work_mem')).toBe('7MB');
      await a.query('RESET work_mem');
      expect(await one(a, 'SHOW work_mem')).toBe('4MB');
    });
  });

  test('customised options, roles, rollbacks and start-up options', async () => {
    await withClients(url, 2, async (a, b) => {
      await a.query('CREATE SCHEMA own; CREATE ROLE reader');
      await a.query(`SELECT set_config('app.viewer', 'anna', false)`);
      await a.query('SET ROLE reader');
      expect(await one(b, `SELECT current_setting('app.viewer', true)`)).not.toBe('anna');
      expect(await one(b, 'SELECT current_user')).toBe('postgres');
      expect(await one(a, `SELECT current_setting('app.viewer')`)).toBe('anna');
      expect(await one(a, 'SELECT current_user')).toBe('reader');
      await a.query('RESET ROLE');
      await a.query('BEGIN');
      await a.query(`SET search_path = own`);
      await a.query('ROLLBACK');
      await b.query('SELECT 1');
      expect(await one(a, 'SHOW search_path')).toBe('public');
    });
    const c = await connect(url, { options: '-c search_path=own,public' });
    expect(await one(c, 'SHOW search_path')).toBe('own,public');
    await c.end();
    await expect(connect(url, { options: '-c no_such_setting=1' })).rejects.toThrow(/no_such_setting/);
  });
});

test('advisory locks: of a transaction they work, of a session they are refused with a way out', async () => {
  await withClients(url, 2, async (a, b) => {
    await expect(a.query('SELECT pg_advisory_lock(1)')).rejects.toMatchObject({
      code: '0A000',
      hint: expect.stringContaining('pg_advisory_xact_lock'),
    });
    await expect(a.query('SELECT pg_try_advisory_lock($1, $2)', [1, 2])).rejects.toMatchObject({
      code: '0A000',
    });
    await a.query('BEGIN');
    await a.query('SELECT pg_advisory_xact_lock(1)');
    const order: string[] = [];
    const second = b.query('SELECT pg_advisory_xact_lock(1)').then(() => order.push('b'));
    await a.query('SELECT 1').then(() => order.push('a'));
    await a.query('COMMIT');
    await second;
    expect(order).toEqual(['a', 'b']);
  });
});

test.each(['PREPARE p AS SELECT 1', 'DEALLOCATE ALL', 'DISCARD ALL'])(
  '%s is refused: it would reach into other connections',
  async (sql) => {
    await withClients(url, 1, async (a) => {
      await expect(a.query(sql)).rejects.toMatchObject({ code: '0A000' });
      expect(await one(a, 'SELECT 1')).toBe(1);
    });
  },
);
