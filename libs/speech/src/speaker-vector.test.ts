import { hasDirection } from './speaker-vector.ts';

test.each<[string, number[], boolean]>([
  ['a unit vector', [0.6, 0.8], true],
  ['a long one', [300, -400], true],
  ['zeros', [0, 0], false],
  ['nothing', [], false],
  ['a length beyond all numbers', [1e300, 1], false],
  ['a length too small to tell', [1e-320, 0], false],
  ['no number', [Number.NaN, 1], false],
])('a voice points somewhere: %s', (_, vector, expected) => {
  expect(hasDirection(vector)).toBe(expected);
});
