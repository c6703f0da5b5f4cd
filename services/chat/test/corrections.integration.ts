import { LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { RESEARCH } from './conversations.ts';
import { RunningChat } from './running-chat.ts';
import type { GraphTranscript } from './transcript-graph.ts';

let chat: RunningChat;

beforeAll(async () => {
  chat = await RunningChat.start();
}, 120_000);
afterAll(() => chat.stop());

async function indexedVersion(recordingId: string): Promise<number> {
  const [row] = await chat.sql<{ version: number }>(
    'select indexed_version as version from chat.recording_ref where recording_id = $1 and workspace_id = $2',
    [recordingId, LOCAL_WORKSPACE_ID],
  );
  return row?.version ?? 0;
}

it('follows a transcript while every page of it is corrected, and is whole after the last correction', async () => {
  const id = await chat.record('Research', RESEARCH);
  const type = (transcript: GraphTranscript) => {
    transcript.version += 1;
    for (const node of transcript.nodes)
      node.text = `The zeppelin flies for the ${transcript.version}th time.`;
  };
  chat.transcripts.meanwhile = type;
  const transcript = chat.transcripts.transcripts.get(id);
  if (transcript) type(transcript);
  const told = await chat.tell(id);
  await eventually(async () => (await indexedVersion(id)) >= told, 15_000);
  const found = () => chat.retrieve('Where is the zeppelin?', { recordingIds: [id], topK: 50, threshold: 0 });
  expect(await found()).not.toEqual([]);

  chat.transcripts.meanwhile = () => {};
  const last = await chat.tell(id);
  await eventually(async () => (await indexedVersion(id)) === last);
  await chat.quiet();
  const times = new Set((await found()).flatMap(({ text }) => text.match(/\d+th/g) ?? []));
  expect(times).toEqual(new Set([`${last}th`]));
});

describe('a citation of the second sentence of a segment', () => {
  const QUOTE = 'The flombulator is shipped in May from Hamburg by boat.';
  let transcript: GraphTranscript;
  let recordingId: string;
  let messageId: string;

  beforeEach(async () => {
    recordingId = await chat.record('Shipping', [
      ['Ben', 'Welcome everybody to this quarterly meeting.'],
      ['Ben', `Prices did not change at all this year. ${QUOTE}`],
      ['Anna', 'Thanks, and what about the warranty?'],
    ]);
    transcript = chat.transcripts.transcripts.get(recordingId) as GraphTranscript;
    const answer = await chat.answer('When is the flombulator shipped?', { recordingIds: [recordingId] });
    messageId = answer.id;
    expect(answer.citations).toMatchObject([{ quote: QUOTE, segmentId: transcript.nodes[1]?.id }]);
  });

  /** Puts other segments in the place of some, and reads the citation when that is indexed. */
  async function corrected(from: number, count: number, ...nodes: GraphTranscript['nodes']) {
    transcript.nodes.splice(from, count, ...nodes);
    transcript.version += 1;
    await chat.changed(recordingId);
    const { _entities } = await chat.graph.query<{ _entities: { citations: unknown[] }[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
         ... on Message { citations { changed segmentId segment { id } } } } }`,
      { of: [{ __typename: 'Message', id: messageId }] },
    );
    return _entities[0]?.citations;
  }
  const at = (i: number) => transcript.nodes[i] as GraphTranscript['nodes'][number];

  it('leads to the new segment that holds it when it is split off', async () => {
    const tail = { ...at(1), id: newId(), text: QUOTE, startMs: 13_700 };
    const head = { ...at(1), text: at(1).text.replace(QUOTE, '').trim(), endMs: 13_700 };
    expect(await corrected(1, 1, head, tail)).toEqual([
      { changed: false, segmentId: tail.id, segment: { id: tail.id } },
    ]);
  });

  it('leads to the segment it was joined to', async () => {
    const joined = { ...at(0), text: `${at(0).text} ${at(1).text}`, endMs: at(1).endMs };
    expect(await corrected(0, 2, joined)).toEqual([
      { changed: false, segmentId: joined.id, segment: { id: joined.id } },
    ]);
  });

  it('is changed by giving it to somebody else, and not by a name put right or two who are one', async () => {
    const { id } = at(1);
    const named = transcript.nodes.map(({ speaker, ...node }) => ({
      ...node,
      speaker: speaker.displayName === 'Ben' ? { ...speaker, displayName: 'Benjamin Smith' } : speaker,
    }));
    expect(await corrected(0, 3, ...named)).toEqual([{ changed: false, segmentId: id, segment: { id } }]);
    const joined = transcript.nodes.map((node) => ({
      ...node,
      speaker: { ...at(2).speaker, formerIds: [at(1).speaker.id] },
    }));
    expect(await corrected(0, 3, ...joined)).toEqual([{ changed: false, segmentId: id, segment: { id } }]);
    const given = { ...at(1), speaker: { ...at(2).speaker, formerIds: [] } };
    expect(await corrected(1, 1, given)).toEqual([{ changed: true, segmentId: id, segment: { id } }]);
  });
});
