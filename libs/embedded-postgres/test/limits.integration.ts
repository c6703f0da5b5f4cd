import { once } from 'node:events';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from '../src/index.ts';
import { connect, eventually, PASSWORD, withClients } from './disposable-database.ts';
import { int32, socketTo, untilClosed } from './raw-socket.ts';

const MIB = 1024 * 1024;

async function withDatabase(
  options: Partial<EmbeddedPostgresOptions>,
  work: (database: EmbeddedPostgres) => Promise<void>,
): Promise<void> {
  const database = await startEmbeddedPostgres({
    dataDir: 'memory://',
    port: 0,
    password: PASSWORD,
    ...options,
  });
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

test('a connection that does not finish its start-up is closed', async () => {
  await withDatabase({ limits: { authenticationMs: 200 } }, async ({ port }) => {
    const silent = await socketTo(port);
    const slow = await socketTo(port);
    slow.write(Buffer.concat([int32(50), int32(196608), Buffer.from('user\0')]));
    for (const socket of [silent, slow]) expect(await untilClosed(socket)).toContain('timeout');
  });
});

test('more connections than allowed are refused, and places come free', async () => {
  await withDatabase({ limits: { connections: 3 } }, async ({ url }) => {
    await withClients(url, 3, async () => {
      await expect(connect(url)).rejects.toMatchObject({ code: '53300' });
    });
    await eventually('a free place', () =>
      connect(url).then(
        (client) => client.end().then(() => true),
        () => false,
      ),
    );
  });
});

test('results, messages, COPY data and waiting bytes past their limits are errors, not memory', async () => {
  await withDatabase(
    { limits: { resultBytes: MIB, messageBytes: 2 * MIB, copyBytes: MIB, receivedBytes: 3 * MIB } },
    async ({ url }) => {
      const client = await connect(url);
      await client.query('CREATE TABLE sink (body text)');
      await expect(
        client.query(`SELECT repeat('x', 1000) FROM generate_series(1, 2000)`),
      ).rejects.toMatchObject({ code: '54000' });
      expect((await client.query('SELECT 1 AS x')).rows).toEqual([{ x: 1 }]);
      await client.query('BEGIN');
      await expect(
        client.query(`SELECT repeat('x', 1000) FROM generate_series(1, 2000)`),
      ).rejects.toMatchObject({ code: '54000' });
      await client.query('ROLLBACK');
      await expect(client.query('INSERT INTO sink VALUES ($1)', ['x'.repeat(2 * MIB)])).rejects.toThrow(
        /message length|terminated/,
      );
      const other = await connect(url);
      const { default: copy } = await import('pg-copy-streams');
      const stream = other.query(copy.from('COPY sink FROM STDIN'));
      const failure = once(stream, 'error');
      for (let count = 0; count < 40; count++) stream.write(`${'y'.repeat(60_000)}\n`);
      expect(String(await failure)).toMatch(/COPY data|terminated|EPIPE|ECONNRESET/);
      await withClients(url, 1, async (third) => {
        expect((await third.query('SELECT count(*)::int AS n FROM sink')).rows).toEqual([{ n: 0 }]);
      });
    },
  );
});
