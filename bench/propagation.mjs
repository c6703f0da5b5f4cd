// From a correction to search and to a new answer, in an installation that holds a team's archive.
// `npm run bench -- propagation [--recordings 1000] [--segments 60] [--rounds 40] [--burst 200]`
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startStack } from '@colloquy/testkit';
import { importAll, untilReady } from './archive/team.mjs';
import { percentile } from './search/measures.mjs';

const BOUND_SECONDS = 3;
const { values: options } = parseArgs({
  options: {
    recordings: { type: 'string', default: '1000' },
    segments: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '40' },
    burst: { type: 'string', default: '200' },
  },
});
const [RECORDINGS, SEGMENTS, ROUNDS, BURST] = [
  options.recordings,
  options.segments,
  options.rounds,
  options.burst,
].map(Number);

const SEGMENT = `query ($id: ID!) { recording(id: $id) { transcript { segments(first: 100) {
  edges { node { id text version } } } } } }`;
const EDIT = `mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) {
  __typename ... on Segment { version } ... on Problem { code message } } }`;
const SEARCH = 'query ($query: String!) { searchSegments(input: { query: $query }) { totalCount } }';
const ASK = `mutation ($input: AskInput!) { ask(input: $input) { __typename
  ... on AskAccepted { conversation { id } } ... on Problem { message } } }`;
const ANSWER = `query ($id: ID!) { conversation(id: $id) { messages { role status citations { quote } } } }`;
const ARRIVED = 'query ($id: ID!) { recording(id: $id) { propagation { version upToDate } } }';
const CHANGES = 'query ($id: ID!) { recording(id: $id) { transcript { version } propagation { upToDate } } }';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function edit(graph, segment, text) {
  const input = { segmentId: segment.id, text, expectedVersion: segment.version };
  const { editSegmentText } = await graph.query(EDIT, { input });
  if (editSegmentText.__typename !== 'Segment') throw new Error(editSegmentText.message);
  segment.version = editSegmentText.version;
}

async function segmentsOf(graph, id) {
  const { recording } = await graph.query(SEGMENT, { id });
  return recording.transcript.segments.edges.map(({ node }) => node);
}

/** A new conversation about everything; whether its answer quotes the word. */
async function answers(graph, question, word) {
  const { ask } = await graph.query(ASK, { input: { question } });
  if (!ask.conversation) throw new Error(ask.message ?? ask.__typename);
  for (;;) {
    const { conversation } = await graph.query(ANSWER, { id: ask.conversation.id });
    const answer = conversation.messages.find(({ role }) => role === 'ASSISTANT');
    if (answer && answer.status !== 'STREAMING')
      return answer.citations.some(({ quote }) => quote.includes(word));
    await sleep(20);
  }
}

/** Seconds from sending a correction until search finds it, and until a new answer quotes it. */
async function oneCorrection(graph, id, round) {
  const [segment] = await segmentsOf(graph, id);
  const word = `zeppelin${round}`;
  const begin = performance.now();
  const since = () => (performance.now() - begin) / 1000;
  await edit(graph, segment, `We decided to buy the ${word} in spring.`);
  while ((await graph.query(SEARCH, { query: word })).searchSegments.totalCount === 0) await sleep(10);
  const searched = since();
  while (!(await answers(graph, `What did we decide about the ${word}?`, word))) await sleep(50);
  return { searched, answered: since() };
}

/** @returns how many corrections, in how many seconds all have arrived */
async function burst(graph, id) {
  const segments = await segmentsOf(graph, id);
  const begin = performance.now();
  for (let at = 0; at < BURST; at += 1)
    await edit(graph, segments[at % segments.length], `Correction number ${at} of many.`);
  const sent = (performance.now() - begin) / 1000;
  while (!(await graph.query(ARRIVED, { id })).recording.propagation.upToDate) await sleep(20);
  return { sent, arrived: (performance.now() - begin) / 1000 - sent };
}

const stack = await startStack();
const { graph } = stack;
let missed = true;
try {
  const ids = await importAll(graph, { recordings: RECORDINGS, segments: SEGMENTS });
  await untilReady(graph, RECORDINGS);
  for (const id of ids)
    while (!(await graph.query(CHANGES, { id })).recording.propagation?.upToDate) await sleep(200);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(await oneCorrection(graph, ids[(round * 37) % ids.length], round));
  const many = await burst(graph, ids[0]);

  const searched = times.map((time) => time.searched);
  const answered = times.map((time) => time.answered);
  const p95 = percentile(answered, 0.95);
  const seconds = (value) => `${value.toFixed(2)} s`;
  missed = p95 >= BOUND_SECONDS;
  const [cpu] = cpus();
  console.log(
    `\nPropagation: ${RECORDINGS} recordings of ${SEGMENTS} segments, ${ROUNDS} corrections one after the other`,
  );
  console.log(`${cpu?.model.trim()} × ${cpus().length}, Node ${process.versions.node}\n`);
  console.log('| | measured | bound | |\n|---|---:|---:|---|');
  const row = (what, value, bound = '', met = '') =>
    console.log(`| ${what} | ${value} | ${bound} | ${met} |`);
  row(
    'corrected → found by search, p50 / p95',
    `${seconds(percentile(searched, 0.5))} / ${seconds(percentile(searched, 0.95))}`,
  );
  row('corrected → quoted by a new answer, p50', seconds(percentile(answered, 0.5)));
  row('corrected → quoted by a new answer, p95', seconds(p95), '< 3 s', missed ? 'MISSED' : 'met');
  row(`${BURST} corrections of one transcript`, `${seconds(many.sent)} to make`);
  row('after the last of them: up to date everywhere', seconds(many.arrived));
} finally {
  await stack.stop();
}
process.exit(missed ? 1 : 0);
