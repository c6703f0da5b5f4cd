import { MarkerParser } from './marker-parser.ts';

/** Claims as `<n>`, from 0; text as it is. */
function parsed(...chunks: string[]): string {
  const parser = new MarkerParser(3);
  const pieces = [...chunks.flatMap((chunk) => [...parser.push(chunk)]), ...parser.end()];
  return pieces
    .map((piece) =>
      piece.type === 'text' ? piece.text : piece.type === 'claim' ? `<${piece.passage}>` : '?',
    )
    .join('');
}

it.each([
  ['Yes [1].', 'Yes <0>.'],
  ['Yes [1][3], [1, 2] [Passage 2; 3]', 'Yes <0><2>, <0><1> <1><2>'],
  ['Numbers of no passage [0] [4] [999] say nothing', 'Numbers of no passage    say nothing'],
  ['He said [laughs] and [sic] a[1]b', 'He said [laughs] and [sic] a<0>b'],
  [
    'Open [ for ever and ever and ever and ever and ever',
    'Open [ for ever and ever and ever and ever and ever',
  ],
  ['Ends in [1', 'Ends in [1'],
  ['Double [[1]]. And [[2]] [[3', 'Double <0>. And <1> [[3'],
  ['Double [[see]] and [[1] only', 'Double [[see]] and <0> only'],
  ['Within [see passage [1]] or [x [2]', 'Within [see passage <0>] or [x <1>'],
  ['Wide 【3】', 'Wide <2>'],
])('%s → %s', (text, expected) => {
  expect(parsed(text)).toBe(expected);
  // In whatever pieces it comes.
  expect(parsed(...text)).toBe(expected);
});
