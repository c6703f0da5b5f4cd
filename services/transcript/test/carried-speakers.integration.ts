import { correct, open } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** Who says what, after a recording was processed again by an engine that hears the same. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

async function opened(...lines: [speaker: string, text: string][]) {
  const call = await open(service, lines, resultOf(lines));
  return {
    ...call,
    give: async (position: number, newSpeakerName: string) =>
      correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
        segments: await call.seen(position),
        speaker: { newSpeakerName },
      }),
    split: async (position: number, beforeWord: number) => {
      const [segment] = await call.seen(position);
      await correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord });
    },
    join: async (first: number) =>
      correct(service, 'mergeSegments', 'MergeSegmentsInput', {
        segments: await call.seen(first, first + 1),
      }),
    expectTheSameAgain: async () => {
      const before = await call.told();
      for (let time = 0; time < 2; time += 1) {
        await service.transcribed(resultOf(lines, { recordingId: call.recordingId }));
        expect(await call.told()).toEqual(before);
      }
    },
  };
}

it('is whoever said the first of joined segments, though they say nothing else and somebody else said more', async () => {
  const call = await opened(
    ['SPEAKER_00', 'How much is it?'],
    ['SPEAKER_01', 'Well now'],
    ['SPEAKER_00', 'tell us'],
    ['SPEAKER_00', 'what it is'],
    ['SPEAKER_02', 'Fine'],
  );
  await call.join(1);
  await call.join(1);
  expect(await call.told()).toEqual([
    'Speaker 1: How much is it?',
    'Speaker 2: Well now tell us what it is',
    'Speaker 3: Fine',
  ]);
  await call.expectTheSameAgain();
});

it('is nobody else where a segment was given to somebody new, however much of what they say', async () => {
  const call = await opened(
    ['SPEAKER_00', 'How much is the machine?'],
    ['SPEAKER_01', 'It is forty a month.'],
    ['SPEAKER_00', 'And what does it do?'],
    ['SPEAKER_00', 'Fine.'],
  );
  await call.give(0, 'Ben');
  await call.give(2, 'Ben');
  await call.expectTheSameAgain();
});

it('is nobody else where part of a segment was split off and given to somebody new', async () => {
  const call = await opened(['SPEAKER_00', 'Yes and how much is the machine'], ['SPEAKER_01', 'It is forty']);
  await call.split(0, 1);
  await call.give(1, 'Ben');
  await call.expectTheSameAgain();
});
