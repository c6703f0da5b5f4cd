import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commandOf,
  DELIVERY_CALL,
  eventually,
  isAlive,
  speakDialogue,
  startStack,
  type Stack,
} from '@colloquy/testkit';
import {
  act,
  importTranscript,
  reaches,
  stateOf,
  takeIn,
  whatWasSaid,
  type Said,
} from './recording-actions.ts';

let stack: Stack;
let folder: string;
let call: Buffer;
let reference: Said[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-e2e-'));
  speakDialogue(DELIVERY_CALL.slice(0, 4), join(folder, 'call.mp3'));
  call = readFileSync(join(folder, 'call.mp3'));
  stack = await startStack({ PROCESSING_CHUNK_MINUTES: '0.2' });
  const id = await takeIn(stack, call, 'undisturbed');
  await reaches(stack, id, 'READY');
  reference = await whatWasSaid(stack, id);
}, 180_000);

afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The parts of a recording in the order in which work on them was seen: `(part 2 of 3)`. */
async function followParts(id: string, parts: number[]): Promise<void> {
  const updates = stack.graph.subscribe<{ recordingStatusChanged: { status: string; message: string } }>(
    'subscription ($id: ID!) { recordingStatusChanged(recordingId: $id) { status message } }',
    { id },
  );
  for await (const { recordingStatusChanged: now } of updates) {
    const part = Number(/\(part (\d+) of/.exec(now.message)?.[1] ?? 0);
    if (part > 0 && part !== parts.at(-1)) parts.push(part);
    if (['READY', 'FAILED'].includes(now.status)) return;
  }
}

/** Waits until an engine is at work on a part after the first, so that there is something to lose. */
const atWork = (id: string) =>
  eventually(async () => {
    const state = await stateOf(stack, id);
    if (state?.status === 'READY') throw new Error('it was ready before anything was killed');
    const inLaterPart = /\(part [2-9]/.test(state?.processing?.message ?? '');
    return inLaterPart && stack.enginePids().length > 0;
  }, 60_000);

const isRecogniser = (pid: number) => commandOf(pid).includes('pocketsphinx');

it.each<[string, () => void]>([
  ['the speech engine', () => stack.enginePids().forEach((pid) => process.kill(pid, 'SIGKILL'))],
  ['the worker', () => stack.kill('worker')],
  ['the ingest service', () => stack.kill('ingest')],
  ['the database', () => stack.kill('database')],
])(
  'the death of %s costs time only: the same result, no part of it twice',
  async (what, kill) => {
    const id = await takeIn(stack, call, `killed: ${what}`);
    const parts: number[] = [];
    const followed = followParts(id, parts);
    await atWork(id);
    kill();
    await eventually(async () => (await stateOf(stack, id))?.status === 'READY', 90_000);
    await followed;
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.length).toBeGreaterThan(1);
    expect(await whatWasSaid(stack, id)).toEqual(reference);
  },
  150_000,
);

it('ends an engine that hangs when its recording is cancelled, and goes on when told to', async () => {
  const id = await takeIn(stack, call, 'cancelled');
  await atWork(id);
  // Other engine processes may only keep their model loaded for the next part, and have no work to end.
  const hanging = await eventually(() => {
    const recognisers = stack.enginePids().filter(isRecogniser);
    return recognisers.length > 0 ? recognisers : null;
  });
  hanging.forEach((pid) => process.kill(pid, 'SIGSTOP'));
  try {
    expect(await act(stack, 'cancelProcessing', id)).toMatchObject({ status: 'CANCELLED' });
    await eventually(() => hanging.filter(isAlive).length === 0);
  } finally {
    hanging.filter(isAlive).forEach((pid) => process.kill(pid, 'SIGKILL'));
  }
  expect(await act(stack, 'retryProcessing', id)).toMatchObject({
    status: 'QUEUED',
    processing: { attempt: 2 },
  });
  await reaches(stack, id, 'READY');
  expect(await whatWasSaid(stack, id)).toEqual(reference);
}, 120_000);

it('loses no correction, and applies none twice, whoever dies while it is on its way', async () => {
  const { id = '' } = await importTranscript(stack, {
    title: 'Corrected',
    format: 'TEXT',
    language: 'en',
    content: 'Anna: Where is the lighthouse?\nBen: Behind the harbour.',
  });
  await reaches(stack, id, 'READY');
  const read = async () => {
    const { recording } = await stack.graph.query<{
      recording: {
        transcript: {
          version: number;
          corrections: { totalCount: number };
          segments: { edges: { node: { id: string; text: string; version: number } }[] };
        };
        propagation: { upToDate: boolean };
      };
    }>(
      `query ($id: ID!) { recording(id: $id) { propagation { upToDate }
         transcript { version corrections { totalCount } segments { edges { node { id text version } } } } } }`,
      { id },
    );
    return recording;
  };
  const dying = ['chat', 'transcript', 'database'] as const;
  for (const [round, name] of dying.entries()) {
    const { transcript } = await eventually(read, 60_000);
    const segment = transcript.segments.edges[0]?.node;
    await stack.graph.query(
      'mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) { __typename } }',
      {
        input: {
          segmentId: segment?.id,
          text: `Where is lantern${round}?`,
          expectedVersion: segment?.version,
        },
      },
    );
    stack.kill(name);
    await eventually(async () => (await read()).propagation.upToDate, 60_000);
    const { retrievePassages } = await stack.graph.query<{ retrievePassages: { text: string }[] }>(
      `query ($ids: [ID!]) { retrievePassages(input: { question: "Where is lantern${round}?", recordingIds: $ids }) { text } }`,
      { ids: [id] },
    );
    expect(retrievePassages.map(({ text }) => text).join('\n')).toContain(`lantern${round}`);
  }
  const { transcript } = await read();
  expect(transcript).toMatchObject({ version: 4, corrections: { totalCount: 3 } });
}, 240_000);
