import type { TranscriptionResult } from '@colloquy/contracts';
import { open } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** What exactly people chose, and only that, outlasts processing again, or is listed. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const listed = async (recordingId: string) => {
  const found = await service.transcript<{ leftBehind: { text: string; speakerName: string }[] }>(
    recordingId,
    'leftBehind { text speakerName }',
  );
  return found?.leftBehind.map(({ speakerName, text }) => `${speakerName}: ${text}`);
};

/** The segments with other times. */
const at = (
  result: TranscriptionResult,
  times: readonly (readonly [startMs: number, endMs: number])[],
): TranscriptionResult => ({
  ...result,
  segments: result.segments.map((segment, index) => {
    const [startMs, endMs] = times[index] ?? [segment.startMs, segment.endMs];
    return { ...segment, startMs, endMs, words: segment.words.map((word) => ({ ...word, startMs, endMs })) };
  }),
});

const SHORT: [string, string][] = [
  ['SPEAKER_00', 'Yep'],
  ['SPEAKER_01', 'Nope'],
];

it('short segments that follow each other each keep their own text', async () => {
  const { recordingId, rows } = await open(
    service,
    SHORT,
    at(resultOf(SHORT), [
      [0, 200],
      [200, 400],
    ]),
  );
  const [yep, nope] = await rows();
  await service.edit(yep?.id ?? '', 'Yep corrected', 1);
  await service.edit(nope?.id ?? '', 'Nope corrected', 1);
  const later: [number, number][] = [
    [210, 410],
    [410, 610],
  ];
  await service.transcribed(at(resultOf(SHORT, { recordingId }), later));
  expect((await rows()).map(({ text }) => text)).toEqual(['Yep corrected', 'Nope corrected']);
  expect(await listed(recordingId)).toEqual([]);
  // The next engine hears but one of them.
  const one = at(resultOf(SHORT.slice(1), { recordingId }), [[410, 610]]);
  await service.transcribed(one);
  expect((await rows()).map(({ text }) => text)).toEqual(['Nope corrected']);
  expect(await listed(recordingId)).toMatchObject([expect.stringContaining('Yep corrected')]);
});
