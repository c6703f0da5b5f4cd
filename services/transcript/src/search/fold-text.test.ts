import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Größe ÉTÉ', 'große ete'],
    ['ΆΛΦΑ', 'αλφα'],
    ['Привет, Ёлка й', 'привет, ёлка й'],
    ['İstanbul', 'istanbul'],
    ['a\u0000b\u0002c\u009f', 'a b c '],
    ['\ud800x', ' x'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each(['😀 Größe 👩‍👩‍👧 ﬁne ß İ ǰ ΐ', 'e\u0301te\u0301', '日本語がぎ', '한국어'])(
    'keeps every offset of %j',
    (text) => {
      expect(foldText(text)).toHaveLength(text.length);
    },
  );

  it('cuts what no tsvector could hold', () => {
    expect(foldText('x'.repeat(3_000_000)).length).toBeLessThan(1_000_000);
  });
});
