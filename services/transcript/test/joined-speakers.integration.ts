import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** Who a speaker was before: under ids that citations and other services still know. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

async function openTwo() {
  const { recordingId } = await open(service);
  const known = async () =>
    (
      await service.transcript<{ speakers: { id: string; formerIds: string[] }[] }>(
        recordingId,
        'speakers { id formerIds }',
      )
    )?.speakers ?? [];
  const join = (speakerId?: string, intoSpeakerId?: string) =>
    correct(service, 'mergeSpeakers', 'MergeSpeakersInput', { speakerId, intoSpeakerId });
  const bringBackFirst = async () => {
    const { restoreTranscript } = await service.graph.query<{ restoreTranscript: { id: string } }>(
      'mutation ($id: ID!) { restoreTranscript(recordingId: $id, version: 1) { ... on Correction { id } } }',
      { id: recordingId },
    );
    return restoreTranscript.id;
  };
  const [ann = '', ben = ''] = (await known()).map(({ id }) => id);
  const apart = [
    { id: ann, formerIds: [] },
    { id: ben, formerIds: [] },
  ];
  return { recordingId, known, join, bringBackFirst, ann, ben, apart };
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
  const { known, join, bringBackFirst, ann, ben, apart } = await openTwo();
  await join(ann, ben);
  const restored = await bringBackFirst();
  expect(await known()).toEqual(apart);
  await undo(service, restored);
  expect(await known()).toEqual([{ id: ben, formerIds: [ann] }]);
  await bringBackFirst();
  await join(ben, ann);
  expect(await known()).toEqual([{ id: ann, formerIds: [ben] }]);
});
