import { parseRttm } from './rttm.ts';

test('seconds become milliseconds', () => {
  expect(
    parseRttm(
      'SPEAKER x 1 1.000 1.500 <NA> <NA> B_C <NA> <NA>\nSPEAKER x 1 0.000 1.234 <NA> <NA> A <NA> <NA>\n',
    ),
  ).toEqual([
    { speaker: 'B_C', startMs: 1_000, endMs: 2_500 },
    { speaker: 'A', startMs: 0, endMs: 1_234 },
  ]);
});

test('other lines are skipped, a broken one is named', () => {
  expect(
    parseRttm(
      ';; comment\nSPKR-INFO x 1 <NA> <NA> <NA> unknown A <NA>\n\nSPEAKER x 1 1 2 <NA> <NA> A <NA> <NA>',
    ),
  ).toEqual([{ speaker: 'A', startMs: 1_000, endMs: 3_000 }]);
  expect(() => parseRttm('SPEAKER x 1 1 2 <NA> <NA> A\nSPEAKER x 1 soon 2 <NA> <NA> A')).toThrow(
    'RTTM line 2',
  );
});
