import { gapMs, mergeIntervals, mergeTurns, overlapMs, speakerLabel } from './timeline.ts';

const at = (startMs: number, endMs: number) => ({ startMs, endMs });

test('overlap and gap of two intervals exclude each other', () => {
  expect([overlapMs(at(0, 100), at(60, 200)), gapMs(at(0, 100), at(60, 200))]).toEqual([40, 0]);
  expect([overlapMs(at(0, 100), at(150, 200)), gapMs(at(150, 200), at(0, 100))]).toEqual([0, 50]);
  expect([overlapMs(at(0, 100), at(100, 200)), gapMs(at(0, 100), at(100, 200))]).toEqual([0, 0]);
});

test('intervals within the gap are joined, empty ones dropped, order does not matter', () => {
  expect(mergeIntervals([at(300, 400), at(0, 100), at(120, 200), at(250, 250)], 20)).toEqual([
    at(0, 200),
    at(300, 400),
  ]);
  expect(mergeIntervals([at(0, 500), at(100, 200)])).toEqual([at(0, 500)]);
});

test('turns are joined per speaker only', () => {
  const turns = [
    { speaker: 'A', ...at(0, 100) },
    { speaker: 'B', ...at(90, 150) },
    { speaker: 'A', ...at(110, 200) },
  ];
  expect(mergeTurns(turns, 50)).toEqual([
    { speaker: 'A', ...at(0, 200) },
    { speaker: 'B', ...at(90, 150) },
  ]);
});

test('labels are numbered with two digits', () => {
  expect([speakerLabel(0), speakerLabel(11), speakerLabel(100)]).toEqual([
    'SPEAKER_00',
    'SPEAKER_11',
    'SPEAKER_100',
  ]);
});
