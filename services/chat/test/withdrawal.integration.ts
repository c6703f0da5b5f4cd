import { recordingDeleted } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import type { AnswerShape } from './answers.ts';
import { SALES_CALL } from './conversations.ts';
import { dripsForEver, ModelServer, says } from './model-server.ts';
import { RunningChat } from './running-chat.ts';

let model: ModelServer;
let chat: RunningChat;
let call: string;

beforeAll(async () => {
  model = await new ModelServer().open();
  chat = await RunningChat.start({ LLM_BASE_URL: model.baseUrl, LLM_API_KEY: 'x', LLM_MODEL: 'test-model' });
}, 120_000);
beforeEach(async () => {
  call = await chat.record('Sales call', SALES_CALL);
});
afterAll(async () => {
  await chat.stop();
  await model.close();
});

const QUESTION = 'What is the price of the machine?';
const CITED = 'The price is four hundred dollars a month [1]. ';
const remove = () => chat.publish(recordingDeleted, { workspaceId: LOCAL_WORKSPACE_ID, recordingId: call });
const WITHDRAWN = { status: 'WITHDRAWN', text: '', problem: null, citations: [] };

/** The answer as it is now. */
async function answered(id: string): Promise<AnswerShape | undefined> {
  const { _entities } = await chat.graph.query<{ _entities: AnswerShape[] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
       ... on Message { status text problem { code } citations { index } } } }`,
    { of: [{ __typename: 'Message', id }] },
  );
  return _entities[0];
}

it('takes back an answer when what it quotes is deleted, and goes on without it', async () => {
  model.answers = says(CITED);
  const { id, conversationId } = await chat.answer(QUESTION);
  await remove();
  await eventually(async () => (await answered(id))?.status === 'WITHDRAWN');
  expect(await answered(id)).toMatchObject(WITHDRAWN);
  await chat.record('Another call', SALES_CALL);
  await chat.answer(QUESTION, { conversationId });
  expect(model.chats).toHaveLength(2);
  expect(model.chats[1]?.body.messages[2]).toEqual({ role: 'assistant', content: '…' });
});

it('takes back an answer that was written from what is deleted, though it quotes nothing of it', async () => {
  const other = await chat.record('Another call', SALES_CALL);
  model.answers = says('They talked about money.');
  const kept = await chat.answer(QUESTION, { recordingIds: [other] });
  const { id, citations } = await chat.answer(QUESTION, { recordingIds: [call, other] });
  expect(citations).toEqual([]);
  await remove();
  await eventually(async () => (await answered(id))?.status === 'WITHDRAWN');
  expect(await answered(id)).toMatchObject(WITHDRAWN);
  expect(await answered(kept.id)).toMatchObject({ status: 'COMPLETE', text: kept.text });
});

it('takes back an answer that is still being written, and lets the model go', async () => {
  model.answers = dripsForEver(CITED);
  const abandoned = model.abandoned;
  const { answer } = await chat.ask(QUESTION, { recordingIds: [call] });
  await eventually(
    async () =>
      (await chat.sql('select 1 from chat.citation where message_id = $1', [answer?.id])).length > 0,
  );
  await remove();
  await eventually(() => model.abandoned > abandoned);
  expect(await answered(answer?.id ?? '')).toMatchObject(WITHDRAWN);
});
