// Requests per second of the cross-subgraph query: our gateway, @apollo/gateway, and one subgraph alone for scale.
import { deepStrictEqual } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { Pool } from 'undici';
import { CROSS_QUERY, subgraphs } from './corpus.mjs';
import { cpuSeconds, peakMegabytes, start } from './processes.mjs';

const CLIENTS = 10;
const BODY = JSON.stringify({ query: CROSS_QUERY });

async function post(pool, path) {
  const { statusCode, body } = await pool.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: BODY,
  });
  return { status: statusCode, body: Buffer.from(await body.arrayBuffer()) };
}

/** `CLIENTS` clients ask one after the other for so long; times in ms. A wrong answer ends the bench. */
async function load(url, seconds, size) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CLIENTS });
  const times = [];
  const end = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const begin = performance.now();
      const { status, body } = await post(pool, pathname);
      if (status !== 200 || body.length !== size)
        throw new Error(`${url} answered ${status}: ${String(body).slice(0, 200)}`);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await pool.close();
  return times;
}

const percentile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const median = (values) => percentile(values, 0.5);

/** Median over the rounds of each way's requests per second; rounds alternate, so that both meet the same machine. */
export async function measureRequests(folder, { rounds, seconds }) {
  const names = Object.keys(subgraphs);
  const running = await Promise.all(
    names.map((name) => start('bench/gateway/subgraph.mjs', { args: [name] })),
  );
  const urls = Object.fromEntries(names.map((name, at) => [name, running[at].url]));
  const { supergraphSdl } = composeServices(
    names.map((name) => ({ name, url: `${urls[name]}/graphql`, typeDefs: parse(subgraphs[name].sdl) })),
  );
  const supergraph = join(folder, 'cross.graphql');
  await writeFile(supergraph, supergraphSdl);
  const ours = await start('gateway/dist/main.js', {
    env: {
      PORT: '0',
      LOG_LEVEL: 'info',
      SUPERGRAPH: supergraph,
      INGEST_URL: urls.ingest,
      TRANSCRIPT_URL: urls.transcript,
    },
  });
  const apollo = await start('bench/gateway/apollo.mjs', { args: [supergraph] });
  const ways = {
    'Colloquy gateway': { ...ours, url: `${ours.url}/graphql`, times: [], perSecond: [] },
    '@apollo/gateway': { ...apollo, times: [], perSecond: [] },
  };

  const answers = [];
  for (const { url } of Object.values(ways)) {
    const pool = new Pool(new URL(url).origin);
    answers.push(await post(pool, new URL(url).pathname));
    await pool.close();
  }
  const [first, second] = answers.map(({ body }) => JSON.parse(String(body)));
  deepStrictEqual(first, second);
  if (first.data.recordings[19].segments.length !== 20) throw new Error('the answer is not whole');
  for (const [at, way] of Object.values(ways).entries()) {
    way.size = answers[at].body.length;
    await load(way.url, seconds, way.size); // Warms up code and connections; not counted.
    way.cpuBefore = await cpuSeconds(way.pid);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const way of Object.values(ways)) {
      const times = await load(way.url, seconds, way.size);
      way.perSecond.push(times.length / seconds);
      way.times.push(...times);
    }
  }
  const rows = {};
  for (const [name, way] of Object.entries(ways)) {
    rows[name] = {
      perSecond: median(way.perSecond),
      p50: median(way.times),
      p99: percentile(way.times, 0.99),
      cpuMs: (((await cpuSeconds(way.pid)) - way.cpuBefore) * 1000) / way.times.length,
      peakMb: await peakMegabytes(way.pid),
    };
  }
  return { rows, bytes: answers[0].body.length, clients: CLIENTS };
}
