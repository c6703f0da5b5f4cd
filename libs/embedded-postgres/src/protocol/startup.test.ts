import { ProtocolViolation } from './frontend-message.ts';
import { readStartupPacket } from './startup.ts';

function packet(parameters: Record<string, string>, version = 3 << 16): Buffer {
  const code = Buffer.alloc(4);
  code.writeInt32BE(version);
  const text = Object.entries(parameters).map(([name, value]) => `${name}\0${value}\0`);
  return Buffer.concat([code, Buffer.from(`${text.join('')}\0`)]);
}

test('reads who connects and which settings it asks for', () => {
  const read = readStartupPacket(
    packet({
      user: 'postgres',
      options: '-c search_path=a,b --work-mem=2MB -cstatement_timeout=5 -c x.y=with\\ blank',
      client_encoding: 'UTF8',
      application_name: 'psql',
      TimeZone: 'UTC',
    }),
  );
  expect(read).toMatchObject({
    kind: 'session',
    user: 'postgres',
    database: 'postgres',
    applicationName: 'psql',
  });
  expect(read.kind === 'session' && Object.fromEntries(read.settings)).toEqual({
    search_path: 'a,b',
    work_mem: '2MB',
    statement_timeout: '5',
    'x.y': 'with blank',
    timezone: 'UTC',
  });
});

test('newer minor versions are negotiated down, others refused', () => {
  expect(readStartupPacket(packet({ user: 'x', '_pq_.report': '1' }, (3 << 16) + 2))).toMatchObject({
    kind: 'session',
    minorVersion: 2,
    unknownOptions: ['_pq_.report'],
  });
  expect(readStartupPacket(packet({ user: 'x' }, 2 << 16))).toMatchObject({ kind: 'unsupported' });
  expect(readStartupPacket(packet({ user: 'x', replication: 'database' }))).toMatchObject({
    kind: 'unsupported',
  });
});

test.each<Record<string, string>>([{ options: '-d 5', user: 'x' }, { database: 'x' }])(
  'refuses %j',
  (parameters) => {
    expect(() => readStartupPacket(packet(parameters))).toThrow(ProtocolViolation);
  },
);
