// How well questions are answered, through the public GraphQL API only, on QMSum's validation split.
// `npm run bench -- retrieval [--meetings 35] [--url http://localhost:4000]`
// Reads COLLOQUY_QMSUM (a folder of QMSum meetings). Without --url a fresh installation is started and removed again.
//
// - Every meeting is brought in by importTranscript, a segment a turn; 350 ms a word, as there is no audio.
// - A passage is relevant to a question when at least half of its words lie in turns that the question's gold spans name.
// - nDCG@10 of retrievePassages(topK 10, threshold 0) over one meeting, and over all of them; the ideal order knows all
//   relevant passages of the meeting, which are collected by asking for the gold turns themselves. Questions no passage
//   is relevant to are left out (and counted).
// - ROUGE-1 (F1, Porter stems, as papers report it) of the answer that `ask` streams, within the meeting, against the
//   reference answer; all questions count. Without stems it is reported too.
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GraphClient, startStack } from '@colloquy/testkit';
import { mean, ndcg10, percentile, rouge1 } from './retrieval/measures.mjs';
import { loadMeetings } from './retrieval/qmsum.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { meetings: { type: 'string', default: '35' }, url: { type: 'string' } },
});
const FLOORS = { 'nDCG@10 within a meeting': 58, 'nDCG@10 across meetings': 37, 'ROUGE-1 of answers': 27 };

const IMPORT = `mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) {
  __typename ... on Recording { id } ... on Problem { code message } } }`;
const READY = `query ($id: ID!) { recording(id: $id) { status } }`;
const SEGMENTS = `query ($id: ID!, $after: String) { recording(id: $id) { transcript { segments(first: 200, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { id } } } } } }`;
const RETRIEVE = `query ($input: RetrievePassagesInput!) { retrievePassages(input: $input) { recordingId segmentIds text } }`;
const ASK = `mutation ($input: AskInput!) { ask(input: $input) {
  __typename ... on AskAccepted { conversation { id } answer { id } } ... on Problem { code message } } }`;
const FOLLOW = `subscription ($id: ID!) { answerDelta(messageId: $id) { offset text done } }`;
const FORGET = `mutation ($id: ID!) { deleteConversation(id: $id) { __typename } }`;

async function until(condition, waitMs = 200) {
  while (!(await condition())) await new Promise((wake) => setTimeout(wake, waitMs));
}

async function importMeeting(graph, { title, turns }) {
  const content = JSON.stringify({
    language: 'en',
    speakers: [...new Set(turns.map(({ speaker }) => speaker))].map((label) => ({ label, name: label })),
    segments: turns.map(({ speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text })),
  });
  const input = { title, format: 'JSON', language: 'en', content };
  const { importTranscript: imported } = await graph.query(IMPORT, { input });
  if (imported.__typename !== 'Recording') throw new Error(`${title}: ${imported.message}`);
  await until(async () => (await graph.query(READY, { id: imported.id })).recording.status === 'READY');
  const ids = [];
  for (let after = null; ;) {
    const { segments } = (await graph.query(SEGMENTS, { id: imported.id, after })).recording.transcript;
    ids.push(...segments.edges.map(({ node }) => node.id));
    if (!segments.pageInfo.hasNextPage) break;
    after = segments.pageInfo.endCursor;
  }
  if (ids.length !== turns.length) throw new Error(`${title}: ${turns.length} turns became ${ids.length}`);
  return { id: imported.id, turnOf: new Map(ids.map((id, i) => [id, turns[i].turn])) };
}

async function retrieve(graph, input) {
  const { retrievePassages } = await graph.query(RETRIEVE, { input: { threshold: 0, ...input } });
  return retrievePassages;
}

/** A line of a passage is a segment: how much of it lies in the gold spans. */
function isRelevant(passage, { id, turnOf }, { isRelevant: inSpan }) {
  if (passage.recordingId !== id) return false;
  const lines = passage.text.split('\n');
  const words = lines.map((line) => line.replace(/^[^:]*: /, '').split(/\s+/).length);
  const inside = words.filter((_, i) => inSpan(turnOf.get(passage.segmentIds[i])));
  const total = (list) => list.reduce((sum, count) => sum + count, 0);
  return total(inside) >= total(words) / 2;
}

/** All passages that hold gold turns: by asking for the turns that no known passage has, with their neighbours. */
async function collectPassages(graph, meeting, recording) {
  const known = new Map();
  const covered = new Set();
  for (const [i, { turn }] of meeting.turns.entries()) {
    if (covered.has(turn) || !meeting.questions.some((question) => question.isRelevant(turn))) continue;
    const words = meeting.turns.slice(i, i + 6).map(({ text }) => text).join(' '); // prettier-ignore
    const found = await retrieve(graph, {
      question: words.slice(0, 1_500),
      recordingIds: [recording.id],
      topK: 50,
    });
    for (const passage of found) {
      known.set(passage.segmentIds.join() + passage.text, passage);
      for (const id of passage.segmentIds) covered.add(recording.turnOf.get(id));
    }
  }
  return [...known.values()];
}

async function answer(graph, question, recordingId) {
  const { ask } = await graph.query(ASK, { input: { question, recordingIds: [recordingId] } });
  if (ask.__typename !== 'AskAccepted') throw new Error(ask.message);
  let text = '';
  for await (const { answerDelta } of graph.subscribe(FOLLOW, { id: ask.answer.id })) {
    text = text.slice(0, answerDelta.offset) + answerDelta.text;
    if (answerDelta.done) break;
  }
  await graph.query(FORGET, { id: ask.conversation.id });
  return text.replace(/\[\d+\]/g, '');
}

async function timed(times, work) {
  const started = performance.now();
  const result = await work();
  times.push(performance.now() - started);
  return result;
}

const meetings = loadMeetings(
  resolve(root, process.env.COLLOQUY_QMSUM ?? join('..', 'shared', 'data', 'qmsum', 'val')),
).slice(0, Number(options.meetings));
const stack = options.url ? undefined : await startStack();
const graph = stack?.graph ?? new GraphClient(`${options.url}/graphql`);
let missed = 0;
try {
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}`);
  const recordings = [];
  for (const meeting of meetings) recordings.push(await importMeeting(graph, meeting));
  // Passages are made in order of arrival: when the last meeting can be asked, all can.
  const last = { question: meetings.at(-1).questions[0].question, recordingIds: [recordings.at(-1).id] };
  await until(async () => (await retrieve(graph, last)).length > 0);

  const within = [];
  const across = [];
  const rouge = [];
  const unstemmed = [];
  const words = [];
  const times = { within: [], across: [], answers: [] };
  let unanswerable = 0;
  for (const [i, meeting] of meetings.entries()) {
    const recording = recordings[i];
    const all = await collectPassages(graph, meeting, recording);
    for (const query of meeting.questions) {
      const { question } = query;
      const input = { question, topK: 10 };
      const own = await timed(times.within, () =>
        retrieve(graph, { ...input, recordingIds: [recording.id] }),
      );
      const anywhere = await timed(times.across, () => retrieve(graph, input));
      const text = await timed(times.answers, () => answer(graph, question, recording.id));
      rouge.push(rouge1(text, query.answer) * 100);
      unstemmed.push(rouge1(text, query.answer, { stem: (word) => word }) * 100);
      words.push(text.split(/\s+/).length);
      const relevant = all.filter((passage) => isRelevant(passage, recording, query)).length;
      if (relevant === 0) {
        unanswerable += 1;
        continue;
      }
      const gains = (passages) => passages.map((passage) => isRelevant(passage, recording, query));
      within.push(ndcg10(gains(own), relevant) * 100);
      across.push(ndcg10(gains(anywhere), relevant) * 100);
    }
  }

  const rows = [
    ['nDCG@10 within a meeting', within, times.within],
    ['nDCG@10 across meetings', across, times.across],
    ['ROUGE-1 of answers', rouge, times.answers],
  ].map(([measure, values, taken]) => {
    const isMissed = mean(values) < FLOORS[measure];
    if (isMissed) missed += 1;
    return {
      measure,
      value: mean(values).toFixed(1),
      floor: `≥ ${FLOORS[measure]}`,
      '': isMissed ? 'MISSED' : 'ok',
      questions: values.length,
      'p50 ms': Math.round(percentile(taken, 0.5)),
      'p95 ms': Math.round(percentile(taken, 0.95)),
    };
  });
  console.table(rows);
  console.log(
    `${meetings.length} meetings; ${unanswerable} questions have no relevant passage; answers have ${Math.round(mean(words))} words on average, ROUGE-1 without stems ${mean(unstemmed).toFixed(1)}`,
  );
} finally {
  if (stack) await stack.stop();
  else await graph.close();
}
process.exit(missed > 0 ? 1 : 0);
