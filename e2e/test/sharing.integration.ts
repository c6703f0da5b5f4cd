import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DELIVERY_CALL,
  eventually,
  rowsOf,
  rowsWith,
  speakDialogue,
  startStack,
  type Stack,
} from '@colloquy/testkit';
import { deleteRecording, importTranscript, reaches, stateOf, takeIn } from './recording-actions.ts';

let stack: Stack;
let folder: string;
const audio = (name: string) => readFileSync(join(folder, name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-e2e-'));
  // Three minutes and a few seconds.
  speakDialogue(Array.from({ length: 6 }, () => DELIVERY_CALL).flat(), join(folder, 'long.mp3'));
  speakDialogue(DELIVERY_CALL.slice(4, 5), join(folder, 'short.mp3'));
  stack = await startStack({ PROCESSING_CHUNK_MINUTES: '0.1', DELETE_GRACE_SECONDS: '0' });
}, 180_000);

afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const filesOf = (id: string): string[] => {
  const path = join(stack.dataDir, 'storage', 'recordings', id);
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
};

/** Of all that was said, found by words and by meaning. */
async function found(): Promise<{ hits: number; passages: number; recordings: number }> {
  const { searchSegments, retrievePassages, recordings } = await stack.graph.query<{
    searchSegments: { totalCount: number };
    retrievePassages: unknown[];
    recordings: { totalCount: number };
  }>(`{ searchSegments(input: { query: "office" }) { totalCount } recordings { totalCount }
        retrievePassages(input: { question: "Where is the office?" }) { score } }`);
  return {
    hits: searchSegments.totalCount,
    passages: retrievePassages.length,
    recordings: recordings.totalCount,
  };
}

interface Answer {
  text: string;
  status: string;
  citations: { index: number }[];
}

/** @returns reads the answer as it is now */
async function ask(question: string, recordingId: string): Promise<() => Promise<Answer | undefined>> {
  const { ask: asked } = await stack.graph.query<{ ask: { conversation: { id: string } } }>(
    'mutation ($input: AskInput!) { ask(input: $input) { ... on AskAccepted { conversation { id } } } }',
    { input: { question, recordingIds: [recordingId] } },
  );
  return async () => {
    const { conversation } = await stack.graph.query<{ conversation: { messages: Answer[] } }>(
      'query ($id: ID!) { conversation(id: $id) { messages { text status citations { index } } } }',
      { id: asked.conversation.id },
    );
    return conversation.messages[1];
  };
}

describe('two recordings at once', () => {
  let long: string;
  let short: string;

  it('the short one does not wait for the long one', async () => {
    long = await takeIn(stack, audio('long.mp3'), 'long');
    await eventually(async () => (await stateOf(stack, long))?.processing?.message.includes('(part 1 of'));
    short = await takeIn(stack, audio('short.mp3'), 'short');
    await reaches(stack, short, 'READY');
    expect(await stateOf(stack, long)).toMatchObject({ status: 'PROCESSING' });
  }, 120_000);

  it('deleting the long one in the middle of its processing leaves nothing of it', async () => {
    expect(filesOf(long)).toContain('source');
    expect(await rowsOf(long, stack.databaseUrl)).toMatchObject({ 'ingest.recording': 1 });
    await deleteRecording(stack, long);
    expect(await stateOf(stack, long)).toBeNull();
    await eventually(() => filesOf(long).length === 0, 30_000);
    await eventually(async () => {
      const { 'ingest.recording': recording, 'ingest.processing_job': job } = await rowsOf(
        long,
        stack.databaseUrl,
      );
      return recording === undefined && job === undefined;
    }, 30_000);
  }, 90_000);

  it('deleting the ready one leaves no file, no row, no hit and no passage', async () => {
    await eventually(async () => (await found()).passages > 0);
    expect(await found()).toMatchObject({ hits: 1, recordings: 1 });
    const before = await rowsOf(short, stack.databaseUrl);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'transcript.segment',
        'transcript.speaker',
        'chat.passage',
        'ingest.engine_run',
      ]),
    );
    await deleteRecording(stack, short);
    expect(await found()).toMatchObject({ recordings: 0 });
    // The transcript service learns of it by an event.
    await eventually(async () => (await found()).hits === 0, 10_000);
    await eventually(() => filesOf(short).length === 0, 30_000);
    // What stays is that it was deleted, without its title: a late event must bring nothing back.
    await eventually(
      async () =>
        Object.keys(await rowsOf(short, stack.databaseUrl)).every((table) =>
          table.endsWith('.recording_ref'),
        ),
      30_000,
    );
    expect(await found()).toEqual({ hits: 0, passages: 0, recordings: 0 });
  }, 90_000);
});

it('what is said in one conversation is not lost with another', async () => {
  const titles = ['first', 'second'];
  const [first = '', second = ''] = await Promise.all(
    titles.map(async (title) => {
      const content = `Anna: Our ${title} office is closed.\nBen: Which office?`;
      const { id = '' } = await importTranscript(stack, { title, format: 'TEXT', language: 'en', content });
      await reaches(stack, id, 'READY');
      return id;
    }),
  );
  await eventually(async () => {
    const now = await found();
    if (now.passages !== 2) throw new Error(JSON.stringify(now));
    return true;
  });
  await deleteRecording(stack, first);
  await eventually(async () => (await found()).passages === 1);
  expect(await found()).toEqual({ hits: 2, passages: 1, recordings: 1 });
  expect(await stateOf(stack, second)).toMatchObject({ title: 'second', status: 'READY' });
}, 60_000);

it('no word of a deleted conversation and nothing of its title is left in any table, answers included', async () => {
  const { id = '' } = await importTranscript(stack, {
    title: 'Quokka merger',
    format: 'TEXT',
    language: 'en',
    content: 'Zebedee: The lighthouse costs nine hundred marmalades.\nBen: Who pays for the lighthouse?',
  });
  await reaches(stack, id, 'READY');
  const answer = await ask('What does the lighthouse cost?', id);
  expect(
    await eventually(async () => ((await answer())?.status === 'STREAMING' ? null : answer())),
  ).toMatchObject({
    status: 'COMPLETE',
    text: expect.stringContaining('marmalades'),
  });
  const left = async () =>
    Object.assign(
      {},
      ...(await Promise.all(
        ['quokka', 'marmalad', 'zebedee'].map((word) => rowsWith(word, stack.databaseUrl)),
      )),
    ) as Record<string, number>;
  expect(Object.keys(await left())).toEqual(
    expect.arrayContaining(['chat.message', 'chat.term_statistic', 'transcript.segment', 'ingest.recording']),
  );
  await deleteRecording(stack, id);
  await eventually(async () => {
    const tables = Object.keys(await left());
    if (tables.length > 0) throw new Error(tables.join());
    return true;
  });
  expect(await answer()).toEqual({ text: '', status: 'WITHDRAWN', citations: [] });
}, 60_000);
