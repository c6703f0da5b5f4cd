// A team's archive: imports transcripts through the public API, then how long the library, search and answers take in it.
// `npm run bench -- archive [--recordings 1000] [--segments 100] [--rounds 20] [--url http://localhost:4000]`
// Without --url a fresh installation on embedded defaults is started and removed again.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { GraphClient, startStack } from '@colloquy/testkit';
import { importAll, NAMES, untilIndexed, untilReady } from './archive/team.mjs';
import { percentile } from './search/measures.mjs';

const { values: options } = parseArgs({
  options: {
    recordings: { type: 'string', default: '1000' },
    segments: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '20' },
    url: { type: 'string' },
  },
});
const RECORDINGS = Number(options.recordings);
const SEGMENTS = Number(options.segments);
const ROUNDS = Number(options.rounds);

const LIBRARY = `query ($search: String, $after: String) { recordings(first: 50, after: $after, filter: { search: $search }) {
  totalCount pageInfo { endCursor } edges { node { id title status durationMs transcript { speakers { displayName } } } } } }`;
const SEARCH = `query ($query: String!) { searchSegments(input: { query: $query }, first: 20) {
  totalCount edges { node { segment { text speaker { displayName } recording { title } } } } } }`;
const RETRIEVE = `query ($question: String!) { retrievePassages(input: { question: $question }) { score recording { title } } }`;

async function measure(graph, name, query, variablesOf) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await graph.query(query, variablesOf(round));
    times.push(performance.now() - started);
  }
  return {
    what: name,
    'p50 ms': Math.round(percentile(times, 0.5)),
    'p95 ms': Math.round(percentile(times, 0.95)),
  };
}

const WORDS = ['discount', 'renewal', 'invoices', 'deadline', 'prototype', 'hiring', 'outage', 'migration'];
const at = (list, round) => list[round % list.length];

const stack = options.url ? undefined : await startStack();
const graph = stack?.graph ?? new GraphClient(`${options.url}/graphql`);
try {
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}`);
  const started = performance.now();
  await importAll(graph, { recordings: RECORDINGS, segments: SEGMENTS });
  const accepted = performance.now();
  await untilReady(graph, RECORDINGS);
  const ready = performance.now();
  await untilIndexed(graph);
  const indexed = performance.now();
  const seconds = (from, to) => `${((to - from) / 1000).toFixed(1)} s`;
  console.log(
    `${RECORDINGS} transcripts of ${SEGMENTS} segments: accepted in ${seconds(started, accepted)}, all readable after ${seconds(started, ready)}, the newest answerable after ${seconds(started, indexed)}`,
  );
  const { recordings } = await graph.query(LIBRARY);
  const rows = [
    await measure(graph, 'library, first page', LIBRARY, () => ({})),
    await measure(graph, 'library, second page', LIBRARY, () => ({ after: recordings.pageInfo.endCursor })),
    await measure(graph, 'library, by title', LIBRARY, (round) => ({ search: `conversation ${round + 1}` })),
    await measure(graph, 'search, one word', SEARCH, (round) => ({ query: at(WORDS, round) })),
    await measure(graph, 'search, two words', SEARCH, (round) => ({
      query: `${at(WORDS, round)} ${at(WORDS, round + 3)}`,
    })),
    await measure(graph, 'search, a frequent word', SEARCH, () => ({ query: 'yeah' })),
    await measure(graph, 'search, misspelt', SEARCH, () => ({ query: 'renewl' })),
    await measure(graph, 'retrieve for a question', RETRIEVE, (round) => ({
      question: `What did ${at(NAMES, round)} think about the ${at(WORDS, round)} and the ${at(WORDS, round + 2)}?`,
    })),
  ];
  console.table(rows);
} finally {
  await graph.close();
  await stack?.stop();
}
