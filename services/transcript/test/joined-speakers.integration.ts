import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** Who a speaker was before: under ids that citations and other services still know. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

async function openTwo() {
  const { recordingId, seen } = await open(service);
  const known = async () =>
    (
      await service.transcript<{ speakers: { id: string; formerIds: string[] }[] }>(
        recordingId,
        'speakers { id formerIds }',
      )
    )?.speakers ?? [];
  const join = (speakerId?: string, intoSpeakerId?: string) =>
    correct(service, 'mergeSpeakers', 'MergeSpeakersInput', { speakerId, intoSpeakerId });
  const bringBack = async (version: number) => {
    const { restoreTranscript } = await service.graph.query<{ restoreTranscript: { id: string } }>(
      `mutation ($id: ID!, $version: Int!) {
         restoreTranscript(recordingId: $id, version: $version) { ... on Correction { id } } }`,
      { id: recordingId, version },
    );
    return restoreTranscript.id;
  };
  const [ann = '', ben = ''] = (await known()).map(({ id }) => id);
  const apart = [
    { id: ann, formerIds: [] },
    { id: ben, formerIds: [] },
  ];
  return { recordingId, seen, known, join, bringBack, ann, ben, apart };
}

it('is known where speakers were joined, and where the recording was processed again', async () => {
  const { recordingId, known, join, ann, ben, apart } = await openTwo();
  const made = await join(ann, ben);
  expect(await known()).toEqual([{ id: ben, formerIds: [ann] }]);
  await undo(service, made?.id);
  expect(await known()).toEqual(apart);
  await join(ann, ben);
  await service.transcribed(resultOf(LINES, { recordingId }));
  const later = await known();
  expect(later).toHaveLength(1);
  expect(later[0]?.formerIds).toEqual(expect.arrayContaining([ann, ben]));
});

it('is nobody whom an earlier version brings back, until that is taken back', async () => {
  const { known, join, bringBack, ann, ben, apart } = await openTwo();
  await join(ann, ben);
  const restored = await bringBack(1);
  expect(await known()).toEqual(apart);
  await undo(service, restored);
  expect(await known()).toEqual([{ id: ben, formerIds: [ann] }]);
  await bringBack(1);
  await join(ben, ann);
  expect(await known()).toEqual([{ id: ann, formerIds: [ben] }]);
});

it('is known in a version from before processing again, in which they were joined', async () => {
  const { recordingId, known, join, bringBack, ann, ben } = await openTwo();
  const joined = await join(ann, ben);
  await undo(service, joined?.id);
  await service.transcribed(resultOf(LINES, { recordingId }));
  expect(await known()).toHaveLength(2);
  await bringBack(joined?.version ?? 0);
  const both = [expect.arrayContaining([ann, ben])];
  expect((await known()).map(({ formerIds }) => formerIds)).toEqual(both);
  await service.transcribed(resultOf(LINES, { recordingId }));
  expect((await known()).map(({ formerIds }) => formerIds)).toEqual(both);
});

it('is nobody who was joined with them, who say nothing themselves', async () => {
  const { seen, known, join, ann, ben } = await openTwo();
  await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(0, 1, 2, 3) });
  const undone = await undo(service, (await join(ann, ben))?.id);
  await join(ben, ann);
  expect((await undo(service, undone.id)).code).toBe('CORRECTION_OVERLAID');
  expect((await known()).map(({ id }) => id)).toEqual([ann]);
});
