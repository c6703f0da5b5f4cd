import { overlapping } from './overlapping.ts';

it('finds what shares time with a stretch, in order, however long it began before', () => {
  const at = (startMs: number, endMs: number) => ({ startMs, endMs });
  const [long, first, empty, second] = [at(0, 9_000), at(1_000, 2_000), at(2_500, 2_500), at(2_000, 3_000)];
  const over = overlapping([second, empty, first, long]);
  expect(over(at(2_000, 2_600))).toEqual([long, second]);
  expect(over(at(1_500, 2_001))).toEqual([long, first, second]);
  expect(over(at(9_000, 9_500))).toEqual([]);
  expect(over(at(1_500, 1_500))).toEqual([]);
});
