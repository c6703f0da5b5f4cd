import { cueBlocks } from './cue-blocks.ts';

const isNote = (firstLine: string) => firstLine.startsWith('NOTE');
const textsOf = (file: string) =>
  cueBlocks(file.split('\n'), 0, isNote).map(({ text, line }) => [line, ...text]);

it.each([
  [
    'with numbers',
    '1\n0:01,0 --> 0:03,0\nAnna: Buy it.\n2\n0:03,0 --> 0:05,0\nBen: No.',
    [
      [2, 'Anna: Buy it.'],
      [5, 'Ben: No.'],
    ],
  ],
  [
    'without numbers, where a line of digits is said',
    '0:01.0 --> 0:03.0\nHow many?\n42\n0:03.0 --> 0:05.0\nNo.',
    [
      [1, 'How many?', '42'],
      [4, 'No.'],
    ],
  ],
  ['after a comment', 'NOTE by hand\n7\n0:01.0 --> 0:03.0\nHello', [[3, 'Hello']]],
  ['after a cue that says nothing', '1\n0:01,0 --> 0:02,0\n2\n0:02,0 --> 0:03,0\nHello', [[2], [4, 'Hello']]],
  ['unlike an arrow that is said', '0:01.0 --> 0:03.0\nfrom here --> there', [[1, 'from here --> there']]],
])('a cue begins at its time line without a blank line before it: %s', (_what, file, expected) => {
  expect(textsOf(file)).toEqual(expected);
});

it('refuses a mistyped time line under a cue', () => {
  expect(() => textsOf('0:01.0 --> 0:03.0\nHello\n0:03.x --> 0:05.0\nBen: No.')).toThrow(
    /^The times cannot be read/,
  );
});
