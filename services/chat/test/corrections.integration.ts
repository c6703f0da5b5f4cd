import { LOCAL_WORKSPACE_ID } from '@colloquy/subgraph';
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
