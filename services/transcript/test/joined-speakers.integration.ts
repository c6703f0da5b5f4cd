import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

it('tells who a speaker was before they were joined, and before the recording was processed again', async () => {
  const { recordingId } = await open(service);
  const speakers = async () =>
    (
      await service.transcript<{ speakers: { id: string; formerIds: string[] }[] }>(
        recordingId,
        'speakers { id formerIds }',
      )
    )?.speakers ?? [];
  const [ann, ben] = (await speakers()).map(({ id }) => id);
  const join = { speakerId: ann, intoSpeakerId: ben };
  const made = await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', join);
  expect(await speakers()).toEqual([{ id: ben, formerIds: [ann] }]);
  await undo(service, made?.id);
  expect(await speakers()).toEqual([
    { id: ann, formerIds: [] },
    { id: ben, formerIds: [] },
  ]);
  await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', join);
  await service.transcribed(resultOf(LINES, { recordingId }));
  const later = await speakers();
  expect(later.flatMap(({ formerIds }) => formerIds).toSorted()).toEqual([ann, ben].toSorted());
});
