import { GARDEN, KICK_OFF, MONEY, PRODUCT_CALL, SCHOOL_TRIP } from './everyday-conversations.ts';
import { RunningChat } from './running-chat.ts';

type Call = 'product' | 'money' | 'kick-off' | 'school trip';

let chat: RunningChat;
let calls: Record<Call, string>;

beforeAll(async () => {
  chat = await RunningChat.start();
  const [product, money, kickOff, trip] = await Promise.all([
    chat.record('Product call', PRODUCT_CALL),
    chat.record('Money', MONEY),
    chat.record('Kick-off', KICK_OFF),
    chat.record('School trip', SCHOOL_TRIP),
    chat.record('Garden', GARDEN),
  ]);
  calls = { product, money, 'kick-off': kickOff, 'school trip': trip };
}, 120_000);
afterAll(() => chat.stop());

const APPLICATION = 'When will the mobile application be ready?';

/** Asks one after the other in one conversation. @returns the quotes of the last answer, in order */
async function quotes(scope: Call | null, questions: readonly string[]): Promise<string[]> {
  let conversationId: string | undefined;
  let answer: Awaited<ReturnType<RunningChat['answer']>> | undefined;
  for (const question of questions) {
    const input = conversationId ? { conversationId } : { recordingIds: scope ? [calls[scope]] : [] };
    answer = await chat.answer(question, input);
    conversationId = answer.conversationId;
  }
  const cited = answer?.citations ?? [];
  if (cited.length === 0) expect(answer?.text).toBe('Nothing in these recordings answers this question.');
  return cited.toSorted((a, b) => a.index - b.index).map(({ quote }) => quote);
}

describe('the words that answer are the first or second quote', () => {
  it.each<[string, Call | null, RegExp]>([
    [APPLICATION, null, /third of September/],
    [APPLICATION, 'product', /third of September/],
    ['How much is the budget?', null, /forty thousand/],
    ['How much is the budget?', 'money', /forty thousand/],
    ['What is the budget?', null, /forty thousand/],
    ['Who leads the warehouse project?', null, /Marta will lead/],
    ['How long does the building work take?', null, /seven months/],
    ['Why did they choose Leeds?', 'kick-off', /rents are lower/],
    ['How much do the shelves cost?', null, /Ninety thousand/],
    ['Can the loading dock be used before Christmas?', 'kick-off', /new floor/],
    ['When is the next meeting?', null, /Tuesday at ten/],
    ['How many licenses do they want to buy?', null, /fifty/],
    ['Did anybody receive the letter?', null, /never received/],
    ['What happened to the price?', 'product', /twenty percent/],
  ])('%s (%s)', async (question, scope, said) => {
    const [first = '', second = ''] = await quotes(scope, [question]);
    expect(`${first} | ${second}`).toMatch(said);
  });

  it.each<[string, RegExp]>([
    ['Can they take their mobile phones along?', /^No phones\. \| Mister Okoye and I have one each/],
    ['When can the technician come?', /The earliest slot is Thursday/],
    ['What does Peter need?', /new coat/],
    ['What did Mister Okafor say about the bus?', /heating of our bus/],
    ['What did Peter say?', /new coat/],
  ])('%s (school trip)', async (question, said) => {
    const [first = '', second = '', ...others] = await quotes('school trip', [question]);
    expect(`${first} | ${second}`).toMatch(said);
    expect(others.length).toBeLessThanOrEqual(3);
    expect([first, second, ...others]).not.toContain('Ouch.');
  });

  it.each<[string, string, RegExp]>([
    [APPLICATION, 'And how late was it last time?', /six weeks/],
    [APPLICATION, 'And how late?', /six weeks/],
    ['How much is the budget?', 'Who said that?', /forty thousand/],
    ['When is the next delivery planned?', 'Tell me more', /I promise that your team|every Friday/],
    [APPLICATION, 'Did he promise it?', /I promise that your team/],
    ['Who leads the warehouse project?', 'How many people does she have on the team?', /eleven people/],
    ['When is the next meeting?', 'Where is it?', /my office/],
  ])('%s %s', async (before, question, said) => {
    const [first = '', second = ''] = await quotes(null, [before, question]);
    expect(`${first} | ${second}`).toMatch(said);
  });
});

describe('the whole of a conversation is asked about', () => {
  const GREETINGS = /Good morning|Goodbye|Bye|Welcome|\?/;

  it.each([
    'Summarize this conversation',
    'Give me a summary',
    'What is this about?',
    'tl;dr',
    'What were the main points?',
    'What happened?',
    'What did they talk about?',
  ])('%s', async (question) => {
    for (const scope of ['product', 'kick-off', 'school trip'] as const) {
      const said = await quotes(scope, [question]);
      expect(said.length).toBeGreaterThanOrEqual(3);
      expect(said.join(' ')).not.toMatch(GREETINGS);
    }
    expect((await quotes(null, [APPLICATION, question])).length).toBeGreaterThanOrEqual(3);
  });

  it.each<[string, Call, RegExp]>([
    ['What was decided?', 'product', /new contract on Monday/],
    ['What was decided?', 'kick-off', /Marta will lead/],
    ['Who promised to do what, and by when?', 'product', /I promise that your team/],
    ['Which problems were mentioned?', 'product', /The price\..*never received a letter/],
    ['Which problems were mentioned?', 'school trip', /heating of our bus is broken/],
    ['Which numbers and dates were named?', 'product', /twenty percent.*third of September/],
    ['Which numbers and dates were named?', 'money', /forty thousand/],
  ])('%s (%s)', async (question, scope, said) => {
    const cued = await quotes(scope, [question]);
    expect(cued.join(' ')).toMatch(said);
    expect(cued.join(' ')).not.toMatch(GREETINGS);
    expect((await quotes(null, [question])).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the recordings do not say', () => {
  it.each([
    'When is the wedding?',
    'What colour is the car?',
    'Is Peter married?',
    'Does Mrs Lund like football?',
    'What does Mister Okafor think about Brazil?',
  ])('%s', async (question) => {
    expect(await quotes(null, [question])).toEqual([]);
  });

  it.each<[string, Call | null]>([
    ['What is the capital of Mongolia?', null],
    ['Who is Albert Einstein?', null],
    ['How much is the budget?', 'product'],
  ])('%s (%s), whatever was asked before', async (question, scope) => {
    expect(await quotes(scope, [APPLICATION, question])).toEqual([]);
  });
});

it.each([
  ['Hello', 'Ask about anything that was said.'],
  ['Thanks!', 'You are welcome. Ask about anything that was said.'],
])('replies to “%s” with a courtesy', async (question, text) => {
  const { conversationId } = await chat.answer(APPLICATION);
  expect(await chat.answer(question, { conversationId })).toMatchObject({
    text,
    citations: [],
    engine: null,
  });
});

it.each(['Why?', 'Tell me more', 'What else?'])(
  '%s is not answered with the same again',
  async (question) => {
    for (const before of [APPLICATION, 'What is the biggest problem?', 'What was decided?']) {
      const known = await quotes('product', [before]);
      const further = await quotes('product', [before, question]);
      expect(further.filter((quote) => known.includes(quote))).toEqual([]);
    }
  },
);

it('never quotes the question back', async () => {
  for (const scope of ['product', null] as const)
    expect((await quotes(scope, [APPLICATION])).join(' ')).not.toContain('?');
});
