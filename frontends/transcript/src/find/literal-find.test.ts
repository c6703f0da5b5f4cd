import { findLiterally, firstFrom, stepFound } from './literal-find.ts';

const rows = [
  { id: 'a', startMs: 0, text: 'The price, the Price!' },
  { id: 'b', startMs: 1000, text: 'Nothing here' },
  { id: 'c', startMs: 2000, text: 'priceless' },
];

describe('findLiterally', () => {
  it('gives every occurrence with its offsets', () => {
    expect(findLiterally(rows, 'price')).toEqual([
      {
        segmentId: 'a',
        startMs: 0,
        spans: [
          { start: 4, end: 9 },
          { start: 15, end: 20 },
        ],
      },
      { segmentId: 'c', startMs: 2000, spans: [{ start: 0, end: 5 }] },
    ]);
  });

  it('reads the search language and waits for two letters', () => {
    expect(findLiterally(rows, '"the price"')).toHaveLength(1);
    expect(findLiterally(rows, 'pric*')).toHaveLength(2);
    expect(findLiterally(rows, 'p')).toEqual([]);
  });
});

describe('stepping', () => {
  const found = findLiterally(rows, 'price');

  it('begins at the position and goes around the ends', () => {
    expect(firstFrom(found, 500)).toBe(1);
    expect(firstFrom(found, 9000)).toBe(0);
    expect(stepFound(1, 1, 2)).toBe(0);
    expect(stepFound(0, -1, 2)).toBe(1);
    expect(stepFound(0, 1, 0)).toBe(0);
  });
});
