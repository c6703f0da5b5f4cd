import { recordingDeleted } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { RESEARCH, SALES_CALL } from './conversations.ts';
import { RunningChat } from './running-chat.ts';

let chat: RunningChat;
let call: string;

beforeAll(async () => {
  chat = await RunningChat.start();
  call = await chat.record('Sales call', SALES_CALL);
}, 120_000);
afterAll(() => chat.stop());

it('follows corrections, keeping the passages that did not change', async () => {
  const id = await chat.record('Edited', RESEARCH);
  const stored = () =>
    chat.sql<{ id: string; body: string }>(
      'select id, body from chat.passage where recording_id = $1 order by ordinal',
      [id],
    );
  const before = await stored();
  const transcript = chat.transcripts.transcripts.get(id);
  const last = transcript?.nodes.at(-1);
  if (!transcript || !last) throw new Error('no transcript');
  last.text = 'The zeppelin landed.';
  transcript.version = 2;
  await chat.changed(id);
  const after = await stored();
  expect(after.filter((row) => before.some((old) => old.id === row.id))).toHaveLength(before.length - 1);
  const [found] = await chat.retrieve('zeppelins', { recordingIds: [id] });
  expect(found?.text).toContain('The zeppelin landed.');
  // An event that comes late changes nothing.
  transcript.version = 1;
  last.text = 'An older word.';
  await chat.tell(id);
  await chat.quiet();
  expect((await stored()).map(({ body }) => body).join()).toContain('The zeppelin landed.');
});

it('shows a restored recording, even when word of its deletion comes late', async () => {
  const id = await chat.record('Restored', [['Ann', 'The periwinkle is on the terrace.']]);
  await chat.tellRecording({ recordingId: id, version: 3 });
  await chat.quiet();
  await chat.tellRecording({ recordingId: id, version: 2, hidden: true });
  await chat.quiet();
  expect((await chat.retrieve('Where is the periwinkle?'))[0]?.recordingId).toBe(id);
});

it('indexes an import once, however often its recording is told of', async () => {
  const recordingId = await chat.record('Told of', [['Ann', 'The dahlia is in bloom.']]);
  for (const version of [2, 3]) {
    await chat.tellRecording({ recordingId, version });
    await chat.quiet();
  }
  const jobs = await chat.sql(
    `select 1 from pgboss.job where name = 'chat.index-recording' and data->>'recordingId' = $1`,
    [recordingId],
  );
  expect(jobs).toHaveLength(1);
});

it('forgets a deleted recording: passages, statistics, citations, and the answers that quote it', async () => {
  const id = await chat.record('Gone soon', [
    ['Ann', 'The marmalade contract is worth nine thousand pounds a year.'],
  ]);
  const cited = await chat.answer('What is the marmalade contract worth?');
  expect(cited.citations).toMatchObject([{ recordingId: id }]);
  const other = await chat.answer('What is the price of the machine?', { recordingIds: [call] });
  await chat.publish(recordingDeleted, { workspaceId: LOCAL_WORKSPACE_ID, recordingId: id });
  const left = () =>
    chat.sql<{ n: number }>(
      `select (select count(*) from chat.passage where recording_id = $1)
            + (select count(*) from chat.citation where recording_id = $1)
            + (select count(*) from chat.term_statistic where term = 'marmalad')
            + (select count(*) from chat.message where text like '%nine thousand%') as n`,
      [id],
    );
  await eventually(async () => Number((await left())[0]?.n) === 0);
  const now = await chat.sql<{ id: string; status: string; text: string }>(
    'select id, status, text from chat.message where id = any($1)',
    [[cited.id, other.id]],
  );
  expect(now.find((message) => message.id === cited.id)).toMatchObject({ status: 'WITHDRAWN', text: '' });
  expect(now.find((message) => message.id === other.id)).toMatchObject({
    status: 'COMPLETE',
    text: other.text,
  });
  expect(await chat.retrieve('marmalade', { threshold: 0 })).toEqual([]);
  expect(await chat.ask('marmalade?', { recordingIds: [id] })).toMatchObject({ code: 'RECORDING_NOT_FOUND' });
  // What was heard of it later does not bring it back.
  await chat.tell(id);
  await chat.quiet();
  expect(await chat.retrieve('marmalade', { threshold: 0 })).toEqual([]);
});
