import { eventually } from '@colloquy/testkit';
import { assembled, type Delta } from './answers.ts';
import { SALES_CALL } from './conversations.ts';
import { dripsForEver, ModelServer, says } from './model-server.ts';
import { RunningChat } from './running-chat.ts';

let model: ModelServer;
let chat: RunningChat;

beforeAll(async () => {
  model = await new ModelServer().open();
  chat = await RunningChat.start({ LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'test-model' });
  await chat.record('Sales call', SALES_CALL);
}, 120_000);
afterAll(async () => {
  await chat.stop();
  await model.close();
});

const QUESTION = 'What is the price of the machine?';

/** What is kept of an answer. */
const written = async (id?: string): Promise<string> => {
  const [row] = await chat.sql<{ text: string }>('select text from chat.message where id = $1', [id]);
  return row?.text ?? '';
};

describe('while an answer is written', () => {
  it('is stopped by a button, keeping what there is, and the model is let go', async () => {
    model.answers = dripsForEver('and on ');
    const abandoned = model.abandoned;
    const { answer, conversation } = await chat.ask(QUESTION);
    const deltas: Delta[] = [];
    const reading = (async () => {
      for await (const { answerDelta } of chat.follow(answer?.id ?? '')) {
        deltas.push(answerDelta);
        if (answerDelta.done) return answerDelta.message;
      }
      return null;
    })();
    await eventually(() => assembled(deltas).length > 20);
    expect(await chat.ask('And?', { conversationId: conversation?.id })).toMatchObject({
      code: 'ANSWER_IN_PROGRESS',
    });
    const { stopAnswer } = await chat.graph.query<{ stopAnswer: { status: string; text: string } }>(
      'mutation ($id: ID!) { stopAnswer(messageId: $id) { ... on Message { status text } } }',
      { id: answer?.id },
    );
    expect(stopAnswer.status).toBe('STOPPED');
    expect(stopAnswer.text).toMatch(/^and on and on/);
    expect(await reading).toMatchObject({ status: 'STOPPED', text: stopAnswer.text });
    expect(assembled(deltas)).toBe(stopAnswer.text);
    await eventually(() => model.abandoned > abandoned);
  });

  it('can be joined late, and again after its end', async () => {
    model.answers = dripsForEver('word ');
    const { answer } = await chat.ask(QUESTION);
    const id = answer?.id ?? '';
    await eventually(async () => (await written(id)).length > 20);
    const first = await chat.follow(id).next();
    const late = (first.value as { answerDelta: Delta }).answerDelta;
    expect(late).toMatchObject({ offset: 0, done: false });
    expect(late.text).toMatch(/^word word/);
    await chat.graph.query('mutation ($id: ID!) { stopAnswer(messageId: $id) { __typename } }', { id });
    const over = ((await chat.follow(id).next()).value as { answerDelta: Delta }).answerDelta;
    expect(over).toMatchObject({ offset: 0, done: true, message: { status: 'STOPPED', text: over.text } });
  });

  it('is marked as interrupted when the service is killed, and what was written is there', async () => {
    model.answers = dripsForEver('so far ');
    const { answer, conversation } = await chat.ask(QUESTION);
    await eventually(async () => (await written(answer?.id)).length > 50);
    await chat.end('SIGKILL');
    await chat.startService();
    // Nine of the twelve seconds that its writer has to be heard of pass at once.
    await chat.sql("update chat.message set leased_until = leased_until - interval '9 s' where id = $1", [
      answer?.id,
    ]);
    // The open subscription comes back by itself and hears the end.
    let last: Delta | undefined;
    for await (const { answerDelta } of chat.follow(answer?.id ?? '')) {
      last = answerDelta;
      if (answerDelta.done) break;
    }
    expect(last?.message).toMatchObject({ status: 'INTERRUPTED', problem: { code: 'ANSWER_INTERRUPTED' } });
    expect(last?.message?.text).toMatch(/^so far so far/);
    // The conversation goes on.
    model.answers = says('The price is four hundred dollars a month [1].');
    const next = await chat.answer(QUESTION, { conversationId: conversation?.id });
    expect(next.status).toBe('COMPLETE');
  }, 40_000);

  it('is marked at once when the service is told to stop', async () => {
    model.answers = dripsForEver('so far ');
    const { answer } = await chat.ask(QUESTION);
    await eventually(async () => (await written(answer?.id)).length > 0);
    await chat.end('SIGTERM');
    const rows = await chat.sql('select status from chat.message where id = $1', [answer?.id]);
    expect(rows).toEqual([{ status: 'INTERRUPTED' }]);
    await chat.startService();
  });
});
