import { formatDuration } from './format.ts';

it.each([
  [0, '0 s'],
  [1, '1 s'],
  [59_900, '59 s'],
  [62_700, '1 min 2 s'],
  [60_000, '1 min'],
  [93_000, '1 min 33 s'],
  [599_000, '9 min 59 s'],
  [599_700, '9 min 59 s'],
  [754_000, '13 min'],
  [3_600_000, '1 h'],
  [3_930_000, '1 h 6 min'],
])('%d ms are %s', (ms, shown) => expect(formatDuration(ms)).toBe(shown));
