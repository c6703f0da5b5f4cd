import { newId } from '@colloquy/subgraph';
import { RESEARCH, SALES_CALL } from './conversations.ts';
import { RunningChat } from './running-chat.ts';

let chat: RunningChat;
let call: string;
let research: string;
let foreign: string;
const ELSEWHERE = newId();

beforeAll(async () => {
  chat = await RunningChat.start();
  [call, research, foreign] = await Promise.all([
    chat.record('Sales call', SALES_CALL),
    chat.record('Research', RESEARCH),
    chat.record('Another company', [['Eve', 'The volcano price is our secret.']], { workspaceId: ELSEWHERE }),
  ]);
}, 120_000);
afterAll(() => chat.stop());

const VOLCANO = 'What happens on the slope of the volcano?';

it('cuts a transcript into passages of neighbouring segments and finds them by stems', async () => {
  const [best] = await chat.retrieve('What do delivering machines cost monthly?', { recordingIds: [call] });
  const nodes = chat.transcripts.transcripts.get(call)?.nodes ?? [];
  expect(best).toMatchObject({ recordingId: call, startMs: 0, endMs: 49_000 });
  expect(best?.segmentIds).toEqual(nodes.map(({ id }) => id));
  expect(best?.text).toBe(SALES_CALL.map(([speaker, text]) => `${speaker}: ${text}`).join('\n'));
});

it('looks in one recording, a selection, or all', async () => {
  const inside = async (recordingIds: string[] | null, question = 'delivery price, lava on the volcano') =>
    new Set(
      (await chat.retrieve(question, { recordingIds, topK: 50, threshold: 0 })).map((one) => one.recordingId),
    );
  expect(await inside([call])).toEqual(new Set([call]));
  expect(await inside([research])).toEqual(new Set([research]));
  expect(await inside([call, research])).toEqual(new Set([call, research]));
  expect(await inside(null)).toEqual(new Set([call, research]));
});

it('finds as many as asked for, and none below the threshold', async () => {
  const all = await chat.retrieve(VOLCANO, { recordingIds: [research], topK: 50, threshold: 0 });
  expect(all.length).toBeGreaterThan(2);
  expect(all[0]?.text).toContain('volcano');
  const scores = all.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(await chat.retrieve(VOLCANO, { recordingIds: [research], topK: 1 })).toHaveLength(1);
  const middle = scores[1] ?? 0;
  const above = await chat.retrieve(VOLCANO, { recordingIds: [research], topK: 50, threshold: middle });
  expect(above.map(({ score }) => score)).toEqual(scores.filter((score) => score >= middle));
  expect(await chat.retrieve('quantum chromodynamics', { threshold: 0 })).toEqual([]);
});

it.each([
  ['QUESTION_INVALID', { question: ' \u0000 ' }],
  ['QUESTION_INVALID', { question: 'x'.repeat(2_001) }],
  ['RETRIEVAL_OPTION_INVALID', { question: 'x', topK: 51 }],
  ['RETRIEVAL_OPTION_INVALID', { question: 'x', threshold: 1.5 }],
  ['RECORDING_NOT_FOUND', { question: 'x', recordingIds: ["'; drop table chat.passage; --"] }],
  ['SCOPE_TOO_LARGE', { question: 'x', recordingIds: Array.from({ length: 501 }, () => newId()) }],
])('refuses with %s', async (code, { question, ...input }) => {
  expect(await chat.ask(question, input)).toMatchObject({ __typename: 'Problem', code });
});

describe('another workspace', () => {
  it('is never found nor asked, not even by id', async () => {
    expect((await chat.sql('select 1 from chat.passage where recording_id = $1', [foreign])).length).toBe(1);
    const found = await chat.retrieve('volcano price secret', { topK: 50, threshold: 0 });
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ text }) => text.includes('secret'))).toBe(false);
    expect(await chat.ask('x', { recordingIds: [foreign] })).toMatchObject({ code: 'RECORDING_NOT_FOUND' });
    expect(await chat.ask('x', { recordingIds: [call, foreign] })).toMatchObject({
      code: 'RECORDING_NOT_FOUND',
    });
  });

  it('keeps its conversations to itself', async () => {
    const [conversationId, messageId] = [newId(), newId()];
    await chat.sql(
      `insert into chat.conversation (id, workspace_id, created_by, title, recording_ids, created_at, updated_at)
       values ($1, $2, $2, 'Secret', '{}', now(), now())`,
      [conversationId, ELSEWHERE],
    );
    await chat.sql(
      `insert into chat.message (id, workspace_id, conversation_id, position, role, status, text, created_at)
       values ($1, $2, $3, 0, 'ASSISTANT', 'COMPLETE', 'Secret', now())`,
      [messageId, ELSEWHERE, conversationId],
    );
    const seen = await chat.graph.query<Record<string, unknown>>(
      `query ($id: ID!) { conversation(id: $id) { title } conversations { edges { node { title } } }
         _entities(representations: [{ __typename: "Message", id: "${messageId}" }]) { ... on Message { text } } }`,
      { id: conversationId },
    );
    expect(JSON.stringify(seen)).not.toContain('Secret');
    expect(seen['conversation']).toBeNull();
    expect(await chat.ask('x', { conversationId })).toMatchObject({ code: 'CONVERSATION_NOT_FOUND' });
    const refused = await chat.graph.query(
      `mutation ($c: ID!, $m: ID!) {
         deleteConversation(id: $c) { ... on Problem { code } }
         renameConversation(id: $c, title: "x") { ... on Problem { code } }
         stopAnswer(messageId: $m) { ... on Problem { code } } }`,
      { c: conversationId, m: messageId },
    );
    expect(refused).toEqual({
      deleteConversation: { code: 'CONVERSATION_NOT_FOUND' },
      renameConversation: { code: 'CONVERSATION_NOT_FOUND' },
      stopAnswer: { code: 'MESSAGE_NOT_FOUND' },
    });
    await expect(chat.follow(messageId).next()).rejects.toThrow('MESSAGE_NOT_FOUND');
  });
});

describe('answers with quotations', () => {
  it('quotes verbatim, with the time, and not the greetings', async () => {
    const { status, text, engine, citations, deltas } = await chat.answer(
      'What is the price of the machine?',
      {
        recordingIds: [call],
      },
    );
    expect({ status, engine }).toEqual({ status: 'COMPLETE', engine: 'extractive' });
    const price = citations.find(({ quote }) => quote.includes('four hundred dollars'));
    expect(price).toMatchObject({
      recordingId: call,
      segmentId: chat.transcripts.transcripts.get(call)?.nodes[1]?.id,
      speakerName: 'Tom',
      recordingTitle: 'Sales call',
    });
    expect(price?.startMs).toBeGreaterThanOrEqual(10_000);
    expect(price?.endMs).toBeLessThanOrEqual(19_000);
    for (const { quote } of citations) expect(SALES_CALL.some(([, said]) => said.includes(quote))).toBe(true);
    expect(text).toContain(`four hundred dollars a month, and we can deliver in October. [${price?.index}]`);
    // Only what concerns the price: not the greeting, the late delivery, the promised plan.
    expect(text).not.toMatch(/Good morning|two weeks late|written plan/);
    expect(deltas.at(-1)?.done).toBe(true);
  });

  it('says so when nothing supports an answer', async () => {
    const nothing = {
      status: 'COMPLETE',
      text: 'Nothing in these recordings answers this question.',
      citations: [],
    };
    expect(await chat.answer('Who explained quantum chromodynamics?')).toMatchObject(nothing);
    // A threshold nothing reaches has the same effect.
    expect(await chat.answer('Why unhappy about quantum delivery?', { threshold: 1 })).toMatchObject(nothing);
  });

  it.each([
    ['de', 'Die Häuser am Hafen wurden im Mai verkauft.', 'Welches Haus wurde verkauft?'],
    ['es', 'Vendimos las casas del puerto en mayo.', '¿Qué casa vendieron?'],
  ])('finds the words of an answer by the stems of its language: %s', async (language, said, question) => {
    const id = await chat.record('Sale', [['Ada', said]], { language });
    const { citations } = await chat.answer(question, { recordingIds: [id] });
    expect(citations.map(({ quote }) => quote)).toEqual([said]);
  });

  it('says that there is no transcript yet, of a recording that is only known of', async () => {
    const waiting = newId();
    await chat.tellRecording({ recordingId: waiting });
    await chat.quiet();
    expect(await chat.answer('What was said?', { recordingIds: [waiting] })).toMatchObject({
      status: 'COMPLETE',
      text: 'There is no transcript to answer from yet. Ask again when the recording is ready.',
      citations: [],
    });
  });

  it('understands a follow-up by the conversation', async () => {
    const first = await chat.answer('When can they deliver the machine?', { recordingIds: [call, research] });
    const next = await chat.answer('And why is that too late?', { conversationId: first.conversationId });
    expect(next.citations.map(({ recordingId }) => recordingId)).toContain(call);
    expect(next.text).toContain('two weeks late');
    // Without the conversation there is nothing to find these words by.
    const { conversation } = await chat.graph.query<{
      conversation: { title: string; messages: { role: string; text: string }[] };
    }>('query ($id: ID!) { conversation(id: $id) { title messages { role text } } }', {
      id: next.conversationId,
    });
    expect(conversation.title).toBe('When can they deliver the machine?');
    expect(conversation.messages.map(({ role }) => role)).toEqual(['USER', 'ASSISTANT', 'USER', 'ASSISTANT']);
  });
});
