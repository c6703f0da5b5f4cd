// Keyword search over 100,000 segments: through the service's GraphQL endpoint against the same SQL in a bare pg client.
// `npm run bench -- search [--segments 100000] [--rounds 12] [--database <url>]`
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { recordingChanged, recordingTranscribed } from '@colloquy/contracts';
import { spawnEmbeddedPostgres } from '@colloquy/embedded-postgres';
import { openLocalFolder } from '@colloquy/storage';
import {
  createDataSource,
  inTransaction,
  LOCAL_WORKSPACE_ID,
  newId,
  startPlatform,
} from '@colloquy/subgraph';
import pg from 'pg';
import { resultDocument } from './search/corpus.mjs';
import { measure, percentile, round, timeAlone } from './search/measures.mjs';
import { HARD, QUERIES } from './search/queries.mjs';

const { exactSearch } = await import('../services/transcript/dist/search/search-statement.js');
const { parseSearchQuery } = await import('../services/transcript/dist/search/search-query.parser.js');

const MAX_RATIO = 2;
const PAGE = 20;
const { values: options } = parseArgs({
  options: {
    segments: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '12' },
    database: { type: 'string' },
  },
});
const SEGMENTS = Number(options.segments);
const ROUNDS = Number(options.rounds);
const GRAPHQL = `query ($query: String!) { searchSegments(input: { query: $query }, first: ${PAGE}) {
  totalCount matchKind pageInfo { hasNextPage endCursor }
  edges { cursor node { score highlights { start end } segment { id text startMs endMs speaker { displayName color } recording { id } } } } } }`;

const megabytes = async (pid) =>
  Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const folder = await mkdtemp(join(tmpdir(), 'colloquy-bench-search-'));
const cleanUp = [() => rm(folder, { recursive: true, force: true })];
let missed = true;
try {
  missed = await run();
} finally {
  for (const undo of cleanUp.reverse()) await undo();
}
process.exit(missed ? 1 : 0);

async function run() {
  const database = options.database ? { url: options.database } : await embedded();
  const service = await startService(database.url);
  const imported = await importCorpus(database.url);
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  cleanUp.push(() => client.end());
  await client.query('analyze');

  const scope = { workspaceId: LOCAL_WORKSPACE_ID };
  const bare = async (query) => {
    const { text, values } = exactSearch(parseSearchQuery(query), scope, PAGE + 1);
    const { rows } = await client.query(text, values);
    return rows[0].total;
  };
  const graph = async (query) => {
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: GRAPHQL, variables: { query } }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data.searchSegments.totalCount;
  };
  const measured = await measure({ bare, graph }, { rounds: ROUNDS, mayFindNothing: SEGMENTS < 50_000 });

  const ratio = measured.graph.p50 / measured.bare.p50;
  const [cpu] = cpus();
  console.log(
    `\nKeyword search, ${SEGMENTS} segments, ${QUERIES.length} queries × ${ROUNDS} rounds, interleaved, one client`,
  );
  console.log(
    `${cpu?.model.trim()} × ${cpus().length}, Node ${process.versions.node}, ${options.database ? 'PostgreSQL' : 'embedded database'}\n`,
  );
  console.table({
    'the same SQL, bare pg client': row(measured.bare),
    'GraphQL, transcript service': row(measured.graph),
  });
  const per = Object.fromEntries(
    QUERIES.map((query) => [
      query,
      {
        hits: measured.hits[query],
        'pg p50 ms': round(percentile(measured.bare.by[query], 0.5)),
        'GraphQL p50 ms': round(percentile(measured.graph.by[query], 0.5)),
      },
    ]),
  );
  console.table(per);
  const hard = {};
  for (const [what, query] of Object.entries(HARD))
    hard[`${what}: ${query}`] = await timeAlone(() => graph(query));
  console.table(hard);
  console.log(
    `Import: ${Math.round(SEGMENTS / imported.seconds)} segments/s; the service's peak RSS ${Math.round(await megabytes(service.pid))} MB`,
  );
  console.log(
    `p50 ratio ${ratio.toFixed(2)} (at most ${MAX_RATIO.toFixed(2)}): ${ratio <= MAX_RATIO ? 'met' : 'MISSED'}`,
  );
  return ratio > MAX_RATIO;
}

function row({ p50, p95, searches }) {
  return { 'p50 ms': round(p50), 'p95 ms': round(p95), searches };
}

async function embedded() {
  const database = await spawnEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    port: 0,
    password: randomUUID(),
    logLevel: 'warn',
  });
  cleanUp.push(() => database.stop());
  return database;
}

/** Runs the service as the launcher does, in a process of its own. */
async function startService(databaseUrl) {
  const main = fileURLToPath(new URL('../services/transcript/dist/main.js', import.meta.url));
  const child = spawn('node', [main], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      COLLOQUY_DATA: folder,
      PORT: '0',
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUp.push(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  });
  const url = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the service ended before it was ready')));
    child.stdout.on('data', (data) => {
      const ready = /"url":"([^"]+)"/.exec(String(data));
      if (ready) resolve(ready[1]);
    });
  });
  return { url, pid: child.pid };
}

/** Half of the segments are one recording, the other half recordings of 500, imported through events as in real life. */
async function importCorpus(databaseUrl) {
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    COLLOQUY_DATA: folder,
    LOG_LEVEL: 'warn',
    GRAPH_URL: 'http://127.0.0.1:1/',
  };
  const dataSource = createDataSource({ url: databaseUrl, schema: 'bench', entities: [], migrations: [] });
  const platform = await startPlatform({
    name: 'ingest',
    env,
    dataSource,
    publishes: [recordingChanged, recordingTranscribed],
  });
  const storage = await openLocalFolder(join(folder, 'storage'));
  const sizes = [
    Math.floor(SEGMENTS / 2),
    ...Array.from({ length: Math.ceil(SEGMENTS / 2 / 500) }, () => 500),
  ];
  const begin = performance.now();
  for (const [at, size] of sizes.entries()) {
    const [recordingId, runId] = [newId(), newId()];
    const resultKey = `recordings/${recordingId}/result-${runId}.json`;
    await storage.put(resultKey, resultDocument({ recordingId, runId, size, seed: at + 1 }));
    const key = { workspaceId: LOCAL_WORKSPACE_ID, recordingId };
    const about = {
      version: 1,
      title: `Recording ${at}`,
      language: 'en',
      recordedAt: null,
      createdAt: new Date().toISOString(),
      durationMs: null,
      hidden: false,
    };
    await inTransaction(dataSource, async (tx) => {
      await platform.jobs.publish(tx, recordingChanged, { ...key, ...about });
      await platform.jobs.publish(tx, recordingTranscribed, { ...key, runId, resultKey });
    });
  }
  for (let done = 0; done < sizes.length;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [counted] = await dataSource.query(
      'select count(*)::int as done from transcript.transcript where is_current',
    );
    done = counted.done;
    if (process.stdout.isTTY) process.stdout.write(`\rimported ${done} of ${sizes.length} recordings`);
  }
  const seconds = (performance.now() - begin) / 1000;
  await platform.close();
  return { seconds };
}
