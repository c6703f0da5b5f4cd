import { cleanText } from './clean-text.ts';

test.each([
  ['white space and control characters', ' a\u0000\n\tb ', 'a b'],
  ['a lone half of a pair', 'a\ud800', 'a\ufffd'],
  ['signs that belong to words', 'a\u200db \u{1f44d}', 'a\u200db \u{1f44d}'],
  ['nothing that is to be seen', '\u202e \u200b\u00ad', ''],
])('cleans %s', (_what, text, clean) => expect(cleanText(text)).toBe(clean));
