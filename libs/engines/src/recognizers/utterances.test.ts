import { planUtterances, toRecordingMs } from './utterances.ts';

const at = (startMs: number, endMs: number) => ({ startMs, endMs });

test('regions are padded and joined up to the limit, silences left out', () => {
  const [utterance, ...rest] = planUtterances([at(1_000, 2_000), at(10_000, 11_000)], at(0, 20_000), {
    maxMs: 5_000,
    padMs: 100,
  });
  expect(rest).toEqual([]);
  expect(utterance).toEqual({
    durationMs: 2_400,
    pieces: [
      { ...at(900, 2_100), offsetMs: 0 },
      { ...at(9_900, 11_100), offsetMs: 1_200 },
    ],
  });
});

test('times of words come back to where they were said', () => {
  const [utterance] = planUtterances([at(1_000, 2_000), at(10_000, 11_000)], at(0, 20_000), {
    maxMs: 5_000,
    padMs: 100,
  });
  if (!utterance) throw new Error('nothing was planned');
  expect([0, 1_199, 1_200, 1_300, 9_999].map((ms) => toRecordingMs(utterance, ms))).toEqual([
    900, 2_099, 9_900, 10_000, 11_100,
  ]);
});

test('neighbours share a short silence, nothing leaves the slice, nothing is used twice', () => {
  const pieces = planUtterances([at(0, 1_000), at(1_100, 2_000), at(2_000, 3_000)], at(0, 2_500), {
    maxMs: 60_000,
    padMs: 100,
  }).flatMap((utterance) => utterance.pieces);
  expect(pieces.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 1_050],
    [1_050, 2_000],
    [2_000, 2_500],
  ]);
});

test('a new utterance begins past the limit', () => {
  expect(
    planUtterances([at(0, 3_000), at(4_000, 7_000)], at(0, 9_000), { maxMs: 5_000, padMs: 0 }),
  ).toHaveLength(2);
});
