import type { TranscriptionResult } from '@colloquy/contracts';
import { createDataSource } from '@colloquy/subgraph';
import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** A transcript whose corrections cannot be carried is imported all the same, and lists them. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const LEFT = 'leftBehind { text speakerName startMs editedBy }';

async function opened(document: TranscriptionResult) {
  const call = await open(service, LINES, document);
  return { ...call, starts: async () => (await call.rows()).map(({ startMs }) => startMs) };
}
const restore = (id: string, version: number): Promise<unknown> =>
  service.graph.query(
    `mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) {
       ... on Correction { id } ... on Problem { code } } }`,
    { id, version },
  );

async function inDatabase(statement: string, ...values: unknown[]): Promise<void> {
  const source = createDataSource({
    url: service.databaseUrl,
    schema: 'transcript',
    entities: [],
    migrations: [],
  });
  await source.initialize();
  await source.query(statement, values);
  await source.destroy();
}
const broken = (recordingId: string) =>
  inDatabase(`update transcript.correction set speakers = '[null]' where recording_id = $1`, recordingId);

it('shows the first of very many, and says how many there are', async () => {
  const { recordingId } = await open(service);
  await inDatabase(
    `insert into transcript.left_behind (id, transcript_id, workspace_id, start_ms, end_ms, speaker_name, text, edited_by)
     select gen_random_uuid(), id, workspace_id, n, n + 1, 'Ann', 'text ' || n, ''
       from transcript.transcript cross join generate_series(1, 250) n where recording_id = $1`,
    recordingId,
  );
  const found = await service.transcript<{ leftBehind: { text: string }[]; leftBehindCount: number }>(
    recordingId,
    'leftBehind { text } leftBehindCount',
  );
  expect([found?.leftBehindCount, found?.leftBehind.length]).toEqual([250, 200]);
  expect(found?.leftBehind.at(-1)?.text).toBe('text 200');
});

it('lists what was edited, given, named and removed, and what was listed before', async () => {
  const { recordingId, rows, seen, speakers, told } = await open(service);
  const [first] = await rows();
  const [ann, ben] = await speakers();
  await service.edit(first?.id ?? '', 'How much is it?', 1);
  await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(1) });
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(1),
    speaker: { speakerId: ben?.id },
  });
  await service.rename(ann?.id ?? '', 'Ann');
  await broken(recordingId);
  await service.transcribed(resultOf(LINES, { recordingId }));
  expect(await told()).toHaveLength(4);
  const listed = [
    { text: 'How much is it?', speakerName: 'Ann', startMs: 0, editedBy: 'Owner' },
    { text: '', speakerName: 'Speaker 2', startMs: 1_000, editedBy: 'Owner' },
    { text: 'We take it.', speakerName: 'Speaker 2', startMs: 2_000, editedBy: '' },
  ];
  expect(await service.transcript(recordingId, LEFT)).toEqual({ leftBehind: listed });
  await service.transcribed(resultOf(LINES, { recordingId }));
  expect(await service.transcript(recordingId, LEFT)).toEqual({ leftBehind: listed });
});

it('lists once what went with a version in which nobody speaks there, or was removed twice, and not what was joined', async () => {
  const document = resultOf(LINES);
  const without = { ...document, segments: document.segments.toSpliced(1, 1) };
  const { recordingId, seen, starts } = await opened(without);
  await service.transcribed(resultOf(LINES, { recordingId }));
  expect(await starts()).toEqual([0, 1_000, 2_000, 3_000]);
  await restore(recordingId, 1);
  expect(await starts()).toEqual([0, 2_000, 3_000]);
  const remove = async () =>
    correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(2) });
  await undo(service, (await remove())?.id);
  await remove();
  const [segment] = await seen(0);
  await correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord: 2 });
  await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(0, 1) });
  await broken(recordingId);
  await service.transcribed(resultOf(LINES, { recordingId }));
  const found = await service.transcript<{ leftBehind: { text: string; startMs: number }[] }>(
    recordingId,
    LEFT,
  );
  const removals = found?.leftBehind.filter(({ text }) => text === '').map(({ startMs }) => startMs);
  expect(removals).toEqual([1_000, 3_000]);
});
