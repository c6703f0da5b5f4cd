import { diarizationErrorRate, totalDiarizationError } from './diarization-error-rate.ts';
import type { Turn } from './timeline.ts';

const turn = (speaker: string, startMs: number, endMs: number): Turn => ({ speaker, startMs, endMs });

// reference   A ▆▆▆▆▆▆▆▆▆▆          0–10 s
//             B           ▆▆▆▆▆▆▆▆▆▆ 10–20 s
const reference = [turn('A', 0, 10_000), turn('B', 10_000, 20_000)];

test('names do not matter', () => {
  expect(diarizationErrorRate(reference, [turn('2', 0, 10_000), turn('1', 10_000, 20_000)]).rate).toBe(0);
});

test('a late change of speaker is confusion, and is forgiven within the collar', () => {
  const late = [turn('x', 0, 11_000), turn('y', 11_000, 20_000)];
  expect(diarizationErrorRate(reference, late)).toEqual({
    rate: 0.05,
    missedMs: 0,
    falseAlarmMs: 0,
    confusionMs: 1_000,
    referenceMs: 20_000,
  });
  // 250 ms unscored around 0, 10 and 20 s: 9,250–… the confusion left is 10,250–11,000 of 19,000 scored.
  expect(diarizationErrorRate(reference, late, { collarMs: 250 })).toEqual({
    rate: 750 / 19_000,
    missedMs: 0,
    falseAlarmMs: 0,
    confusionMs: 750,
    referenceMs: 19_000,
  });
});

test('missed speech, false alarm, overlap', () => {
  const overlapping = [turn('A', 0, 10_000), turn('B', 8_000, 12_000)];
  const heard = [turn('x', 0, 10_000), turn('x', 13_000, 14_000)];
  // B's 4 s are missed: 2 s under A, 2 s alone; 1 s is heard where nobody speaks.
  expect(diarizationErrorRate(overlapping, heard)).toEqual({
    rate: 5_000 / 14_000,
    missedMs: 4_000,
    falseAlarmMs: 1_000,
    confusionMs: 0,
    referenceMs: 14_000,
  });
});

test('only the UEM is scored', () => {
  expect(
    diarizationErrorRate(reference, [turn('x', 0, 10_000)], { uem: { startMs: 0, endMs: 15_000 } }),
  ).toEqual({ rate: 5_000 / 15_000, missedMs: 5_000, falseAlarmMs: 0, confusionMs: 0, referenceMs: 15_000 });
});

test('nothing said: nothing heard is right, anything heard is infinitely wrong', () => {
  expect(diarizationErrorRate([], []).rate).toBe(0);
  expect(diarizationErrorRate([], [turn('x', 0, 10)]).rate).toBe(Infinity);
});

test('rates of several recordings are weighted by their speech', () => {
  const short = diarizationErrorRate([turn('A', 0, 1_000)], []);
  const long = diarizationErrorRate([turn('A', 0, 9_000)], [turn('x', 0, 9_000)]);
  expect(totalDiarizationError([short, long]).rate).toBe(0.1);
});
