import { formatRttm, parseRttm } from './rttm.ts';

test('what is written can be read', () => {
  const turns = [
    { speaker: 'A', startMs: 0, endMs: 1_234 },
    { speaker: 'B_C', startMs: 1_000, endMs: 2_500 },
  ];
  expect(parseRttm(formatRttm(turns.toReversed(), 'a recording'))).toEqual(turns);
});

test('the format is NIST’s', () => {
  expect(formatRttm([{ speaker: 'Anna Maria', startMs: 500, endMs: 2_000 }], 'call 1')).toBe(
    'SPEAKER call_1 1 0.500 1.500 <NA> <NA> Anna_Maria <NA> <NA>\n',
  );
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
