import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { commandOf, eventually, isAlive, startStack, type Stack } from '@colloquy/testkit';
import { importTranscript, reaches, whatWasSaid, type Said } from './recording-actions.ts';

let stack: Stack;
let data: string;
let recordingId: string;
let said: Said[];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'colloquy-running-'));
  stack = await startStack({ COLLOQUY_DATA: data });
  const imported = await importTranscript(stack, {
    title: 'Kept',
    format: 'TEXT',
    content: 'Anna: Where is the lighthouse?\nBen: The lighthouse is behind the harbour.',
  });
  recordingId = imported.id ?? '';
  await reaches(stack, recordingId, 'READY');
  said = await whatWasSaid(stack, recordingId);
}, 120_000);

afterAll(async () => {
  await stack.stop();
  rmSync(data, { recursive: true, force: true });
});

const FOUND = `{ searchSegments(input: { query: "lighthouse" }) { totalCount }
  retrievePassages(input: { question: "Where is the lighthouse?" }) { recordingId } }`;
interface Found {
  searchSegments: { totalCount: number };
  retrievePassages: { recordingId: string }[];
}

async function everythingIsThere(): Promise<void> {
  expect(await whatWasSaid(stack, recordingId)).toEqual(said);
  await eventually(async () => (await stack.graph.query<Found>(FOUND)).retrievePassages.length > 0);
  expect(await stack.graph.query<Found>(FOUND)).toMatchObject({
    searchSegments: { totalCount: 2 },
    retrievePassages: [{ recordingId }],
  });
}

describe('a second start', () => {
  it('on the same data says what runs already, and leaves that alone', async () => {
    await expect(startStack({ COLLOQUY_DATA: data })).rejects.toThrow(
      `Colloquy is running already: ${stack.url} (process `,
    );
    await everythingIsThere();
  }, 60_000);

  it('on a taken port names the port and how to choose another, starts nothing and leaves nothing behind', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const unused = `${data}-unused`;
    try {
      const start = startStack({ TRANSCRIPT_PORT: String(port), COLLOQUY_DATA: unused });
      await expect(start).rejects.toThrow(
        new RegExp(`Port ${port} \\(for the transcript\\) is taken[^]*TRANSCRIPT_PORT=\\d+ npm start`),
      );
      expect(existsSync(unused)).toBe(false);
    } finally {
      other.close();
    }
  }, 60_000);

  it('with a setting that makes no sense names the setting', async () => {
    await expect(startStack({ PORT: 'abc' })).rejects.toThrow('PORT is "abc", which is not a port');
  });

  it('with a data folder that nobody can make names the folder and the setting', async () => {
    await expect(startStack({ COLLOQUY_DATA: '/proc/colloquy' })).rejects.toThrow(
      /The data folder \/proc\/colloquy cannot be written: .*\n.*Set COLLOQUY_DATA to a folder that you own/,
    );
  });
});

describe('while one service is down', () => {
  const everything = `{
    recordings { edges { node { title transcript { segmentCount } } } }
    searchSegments(input: { query: "lighthouse" }) { totalCount }
    conversations { totalCount } }`;
  const whole = {
    recordings: { edges: [{ node: { title: 'Kept', transcript: { segmentCount: 2 } } }] },
    searchSegments: { totalCount: 2 },
    conversations: { totalCount: 0 },
  };

  it.each([
    {
      name: 'transcript' as const,
      lost: {
        recordings: { edges: [{ node: { title: 'Kept', transcript: null } }] },
        searchSegments: null,
      },
    },
    { name: 'ingest' as const, lost: { recordings: null } },
    { name: 'chat' as const, lost: { conversations: null } },
  ])(
    '$name: only its own fields are missing, and it is back by itself',
    async ({ name, lost }) => {
      stack.kill(name);
      const during = await eventually(async () => {
        const answer = await stack.graph.request(everything);
        return answer.errors ? answer : null;
      });
      expect(new Set(during.errors?.map(({ extensions }) => extensions?.['code']))).toEqual(
        new Set(['SUBGRAPH_UNAVAILABLE']),
      );
      expect(during.data).toEqual({ ...whole, ...lost });
      await eventually(async () => !(await stack.graph.request(everything)).errors, 60_000);
      expect(await stack.graph.query(everything)).toEqual(whole);
    },
    90_000,
  );
});

/** One that is not what the processes call each other by. */
const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? '127.0.0.1';

it('Ctrl-C ends every process, and the next start, at an address of the network, has everything', async () => {
  const pids = stack.pids();
  expect(pids.length).toBeGreaterThan(6);
  expect(await stack.stop('SIGINT')).toBe(0);
  expect(pids.filter(isAlive).map(commandOf)).toEqual([]);
  stack = await startStack({ COLLOQUY_DATA: data, HOST: ownAddress() });
  await everythingIsThere();
}, 120_000);

it('a launcher that is killed takes everything along, a database deep in a query too, and the next start has everything', async () => {
  const pids = stack.pids();
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.on('error', () => undefined).connect();
  const query = client.query('SELECT pg_sleep(120)').catch(() => 'broken off');
  await stack.stop('SIGKILL');
  await eventually(() => {
    expect(pids.filter(isAlive).map(commandOf)).toEqual([]);
    return true;
  }, 30_000);
  expect(await query).toBe('broken off');
  stack = await startStack({ COLLOQUY_DATA: data });
  await everythingIsThere();
}, 120_000);
