import { HIT_END, HIT_START, rangesOfMarks, rangesOfWords } from './highlight.ts';

const cut = (text: string, ranges: readonly { start: number; end: number }[]): string[] =>
  ranges.map(({ start, end }) => text.slice(start, end));

describe('rangesOfMarks', () => {
  it('counts in UTF-16, past emoji and umlauts', () => {
    const text = '😀 größe of 👩‍👩‍👧 price';
    const marked = text
      .replace('größe', `${HIT_START}größe${HIT_END}`)
      .replace('price', `${HIT_START}price${HIT_END}`);
    expect(cut(text, rangesOfMarks(marked))).toEqual(['größe', 'price']);
  });

  it('finds none in unmarked text and drops empty hits', () => {
    expect(rangesOfMarks('nothing')).toEqual([]);
    expect(rangesOfMarks(`a${HIT_START}${HIT_END}b`)).toEqual([]);
  });
});

it('rangesOfWords marks every occurrence, offsets in the original', () => {
  const text = '😀 Prícing is Pricing, prints are not';
  expect(cut(text, rangesOfWords(text, new Set(['pricing'])))).toEqual(['Prícing', 'Pricing']);
});
