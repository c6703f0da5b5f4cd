// A team's archive of transcripts, brought in through the public API.
import { randomness, segmentText } from '../search/corpus.mjs';

const IMPORTS_AT_ONCE = 4;
export const NAMES = ['Ana', 'Boris', 'Chioma', 'Dai'];

const IMPORT = `mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) {
  __typename ... on Recording { id } ... on Problem { code message } } }`;
const NEWEST =
  '{ recordings(first: 1) { edges { node { id transcript { segments(first: 1) { edges { node { text } } } } } } } }';
const READY = 'query { recordings(first: 1, filter: { statuses: [READY] }) { totalCount } }';

/** Plain "Name: text" lines. */
function transcript(seed, segments) {
  const random = randomness(seed);
  return Array.from(
    { length: segments },
    () => `${NAMES[Math.floor(random() * NAMES.length)]}: ${segmentText(random)}`,
  ).join('\n');
}

/** @returns the recordings' ids, once each is accepted */
export async function importAll(graph, { recordings, segments }) {
  let next = 0;
  const ids = [];
  const work = async () => {
    for (let seed = (next += 1); seed <= recordings; seed = next += 1) {
      const content = transcript(seed, segments);
      const input = { title: `Conversation ${seed}`, format: 'TEXT', language: 'en', content };
      const { importTranscript } = await graph.query(IMPORT, { input });
      if (importTranscript.__typename !== 'Recording') throw new Error(importTranscript.message);
      ids.push(importTranscript.id);
    }
  };
  await Promise.all(Array.from({ length: IMPORTS_AT_ONCE }, work));
  return ids;
}

export async function untilReady(graph, count) {
  for (;;) {
    const { recordings } = await graph.query(READY);
    if (recordings.totalCount >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Passages are made after a transcript is readable: until the newest one's own words find it. */
export async function untilIndexed(graph) {
  const { recordings } = await graph.query(NEWEST);
  const { id, transcript: read } = recordings.edges[0].node;
  const question = read.segments.edges[0].node.text;
  const query = `query ($ids: [ID!], $question: String!) { retrievePassages(input: { question: $question, recordingIds: $ids }) { score } }`;
  while ((await graph.query(query, { ids: [id], question })).retrievePassages.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 500));
}
