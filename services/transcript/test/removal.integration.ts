import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const texts = LINES.map(([, text]) => text);

it('removes segments, tells everybody, and brings them back', async () => {
  const { recordingId, rows, seen } = await open(service);
  const all = async () => (await rows()).map(({ text }) => text);
  const segments = await seen(1, 2);
  const made = await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments });
  expect(made).toMatchObject({ kind: 'SEGMENTS_REMOVED', version: 2 });
  expect(await all()).toEqual([texts[0], texts[3]]);
  const counts = 'segmentCount wordCount speakers { segmentCount }';
  expect(await service.transcript(recordingId, counts)).toEqual({
    segmentCount: 2,
    wordCount: 9,
    speakers: [{ segmentCount: 1 }, { segmentCount: 1 }],
  });
  expect(await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments })).toMatchObject({
    code: 'SEGMENT_NOT_FOUND',
  });
  await undo(service, made?.id);
  expect(await all()).toEqual(texts);
  expect(await rows()).toMatchObject([
    {},
    { startMs: 1_000, words: [{ text: 'It' }, {}, {}, {}, {}, {}, {}, {}] },
    {},
    {},
  ]);
});

it('refuses when somebody was faster', async () => {
  const { seen } = await open(service);
  const segments = await seen(0);
  await service.edit(segments[0]?.segmentId ?? '', 'Other words', 1);
  expect(await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments })).toMatchObject({
    code: 'SEGMENT_EDIT_CONFLICT',
  });
});

it('is removed again after processing again, by a correction that can be taken back', async () => {
  const { recordingId, rows, seen } = await open(service);
  const all = async () => (await rows()).map(({ text }) => text);
  await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(1) });
  const brought = await correct(service, 'removeSegments', 'RemoveSegmentsInput', {
    segments: await seen(0),
  });
  await undo(service, brought?.id);
  const { version } = await service.transcribed(resultOf(LINES, { recordingId }));
  expect(await all()).toEqual([texts[0], texts[2], texts[3]]);
  const told = await service.transcript<{
    version: number;
    segmentCount: number;
    corrections: { edges: { node: { id: string; kind: string } }[] };
  }>(recordingId, 'version segmentCount corrections(first: 1) { edges { node { id kind version } } }');
  expect(told).toMatchObject({ version: version + 1, segmentCount: 3 });
  expect(told?.corrections.edges).toMatchObject([
    { node: { kind: 'SEGMENTS_REMOVED', version: version + 1 } },
  ]);
  await undo(service, told?.corrections.edges[0]?.node.id);
  expect(await all()).toEqual(texts);
});
