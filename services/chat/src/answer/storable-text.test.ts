import { StorableText } from './storable-text.ts';

it.each<[string, string[], string[]]>([
  ['leaves text alone', ['Grüße, ', '😀'], ['Grüße, ', '😀']],
  ['leaves out NUL', ['a\0b', '\0'], ['ab', '']],
  ['waits for the other half of a pair', ['a\ud83d', '\ude00b'], ['a', '😀b']],
  ['waits for it over a NUL', ['a\ud83d\0', '\0\ude00'], ['a', '😀']],
  ['replaces a half that stands alone', ['\udc00a', '\ud800 b'], ['\ufffda', '\ufffd b']],
  ['leaves out a half at the end', ['a', '\ud800'], ['a', '']],
])('%s', (_what, pieces, expected) => {
  const storable = new StorableText();
  expect(pieces.map((piece) => storable.push(piece))).toEqual(expected);
});
