import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect as connectSocket, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { SpawnedPostgres } from '../src/index.ts';
import { connect, PASSWORD, spawnDatabase, withClients } from './disposable-database.ts';
import { int32, socketTo, untilClosed } from './raw-socket.ts';

const MIB = 1024 * 1024;

describe('one process', () => {
  let database: SpawnedPostgres;
  beforeAll(async () => {
    database = await spawnDatabase();
  });
  afterAll(() => database.stop());

  const residentBytes = async (): Promise<number> =>
    1024 * Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${database.pid}/status`, 'utf8'))?.[1]);

  test('only the right password, user and database come in', async () => {
    const { url } = database;
    for (const password of ['wrong', '', `${PASSWORD} `])
      await expect(
        connect(url, {
          connectionString: undefined,
          host: '127.0.0.1',
          port: database.port,
          user: 'postgres',
          database: 'postgres',
          password,
        }),
      ).rejects.toThrow(/password/);
    await expect(connect(url.replace('//postgres:', '//somebody:'))).rejects.toMatchObject({ code: '28P01' });
    await expect(connect(url.replace(/\/postgres$/, '/elsewhere'))).rejects.toMatchObject({ code: '3D000' });
    await withClients(url, 1, (client) => client.query('SELECT 1'));
  });

  test('a query before the password is checked is refused', async () => {
    const socket = await socketTo(database.port);
    const parameters = Buffer.from('user\0postgres\0database\0postgres\0\0');
    socket.write(
      Buffer.concat([
        int32(8 + parameters.length),
        int32(196608),
        parameters,
        Buffer.from('Q'),
        int32(13),
        Buffer.from('SELECT 1\0'),
      ]),
    );
    const answer = await untilClosed(socket);
    expect(answer).toContain('08P01');
    expect(answer).not.toContain('SELECT');
  });

  test('it listens on the loopback address alone', async () => {
    const others = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address),
    );
    for (const host of [...others, '127.0.0.2']) {
      const socket = connectSocket({ port: database.port, host });
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect({ host, code: error.code }).toEqual({ host, code: 'ECONNREFUSED' });
    }
  });

  test('random bytes and lies about lengths neither crash it nor fill its memory', async () => {
    const before = await residentBytes();
    const packets = [
      ...Array.from({ length: 200 }, (_, index) => randomBytes(1 + index * 20)),
      ...[0, 3, -1, 10_001, 0x7fffffff, -0x80000000].map((length) =>
        Buffer.concat([int32(length), int32(196608), randomBytes(64)]),
      ),
      Buffer.concat([int32(9), int32(196608), Buffer.from('x')]), // no end
      Buffer.concat([int32(13), int32(196608), Buffer.from('user\0')]), // no value
      Buffer.concat([int32(8), int32(131072)]), // protocol 2
      Buffer.concat([int32(16), int32(80877102), int32(1), int32(2)]), // cancel
    ];
    for (const packet of packets) {
      const socket = await socketTo(database.port);
      socket.on('data', () => undefined);
      socket.end(packet);
      if (!socket.closed) await once(socket, 'close');
    }
    // After the password: messages that are no messages, each on a connection of its own.
    const messages = [
      Buffer.concat([Buffer.from('Q'), int32(0x7fffffff)]),
      Buffer.concat([Buffer.from('Q'), int32(-5)]),
      Buffer.concat([Buffer.from('Q'), int32(8), Buffer.from('abcd')]), // no end
      Buffer.concat([Buffer.from('P'), int32(6), Buffer.from('a\0')]), // no text
      Buffer.concat([Buffer.from('D'), int32(4)]),
      Buffer.concat([Buffer.from('p'), int32(6), Buffer.from('a\0')]),
      Buffer.concat([Buffer.from('~'), int32(4)]),
      ...Array.from({ length: 100 }, () => randomBytes(300)),
    ];
    for (const message of messages) {
      const client = await connect(database.url);
      const ended = new Promise((resolve) => client.once('end', () => resolve(undefined)));
      (client as unknown as { connection: { stream: Socket } }).connection.stream.end(message);
      await ended;
    }
    // Well-framed messages with random bodies reach PostgreSQL itself, which must stay in step.
    const client = await connect(database.url);
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    for (let round = 0; round < 200; round++) {
      const body = Buffer.concat([randomBytes(1 + (round % 40)), Buffer.alloc(2)]);
      stream.write(
        Buffer.concat([
          Buffer.from('PBDECFH'.charAt(round % 7)),
          int32(4 + body.length),
          body,
          ...(round % 7 === 6 ? [] : [Buffer.from('S'), int32(4)]),
        ]),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    stream.destroy();
    await withClients(database.url, 1, async (other) => {
      expect((await other.query('SELECT 1 AS x')).rows).toEqual([{ x: 1 }]);
    });
    expect((await residentBytes()) - before).toBeLessThan(200 * MIB);
  }, 60_000);

  test('a value of 64 MB costs time in proportion to its size, in and out', async () => {
    await withClients(database.url, 1, async (client) => {
      await client.query(
        'CREATE TABLE large (body bytea); ALTER TABLE large ALTER body SET STORAGE EXTERNAL',
      );
      const measure = async (bytes: number): Promise<number> => {
        const value = randomBytes(bytes);
        const started = performance.now();
        await client.query('INSERT INTO large VALUES ($1)', [value]);
        const { rows } = await client.query<{ body: Buffer }>('SELECT body FROM large');
        const ms = performance.now() - started;
        expect(rows[0]?.body.equals(value)).toBe(true);
        await client.query('TRUNCATE large');
        return ms;
      };
      const fastest = async (bytes: number, times: number): Promise<number> => {
        const each: number[] = [];
        for (let time = 0; time < times; time++) each.push(await measure(bytes));
        return Math.min(...each);
      };
      // The large one first, so that both find a grown heap; the fastest of several, because others use this machine.
      const large = await fastest(64 * MIB, 3);
      const small = await fastest(8 * MIB, 3);
      console.info(
        `8 MB: ${Math.round(small)} ms, 64 MB: ${Math.round(large)} ms, ratio ${(large / small).toFixed(1)} (8 is linear, 64 quadratic)`,
      );
      expect(large / small).toBeLessThan(24);
    });
  }, 120_000);
});
