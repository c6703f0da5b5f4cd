import { currentItem, currentWord, lastStarted } from './locate.ts';

const at = (startMs: number, endMs: number) => ({ startMs, endMs });

describe('lastStarted', () => {
  const items = [at(0, 10), at(10, 20), at(30, 40)];

  it.each([
    [-1, -1],
    [0, 0],
    [9, 0],
    [10, 1],
    [29, 1],
    [1000, 2],
  ])('at %i ms is %i', (timeMs, index) => {
    expect(lastStarted(items, timeMs)).toBe(index);
  });

  it('is -1 for no items', () => {
    expect(lastStarted([], 5)).toBe(-1);
  });

  it('agrees with a linear scan on many items', () => {
    const many = Array.from({ length: 1000 }, (_, index) => at(index * 7, index * 7 + 5));
    for (let timeMs = -3; timeMs < 7100; timeMs += 11) {
      expect(lastStarted(many, timeMs)).toBe(many.filter((item) => item.startMs <= timeMs).length - 1);
    }
  });
});

describe('currentItem', () => {
  it('keeps the last one current through a silence', () => {
    expect(currentItem([at(0, 10), at(30, 40)], 20)).toBe(0);
  });

  it('returns to the longer one when an interjection ends', () => {
    const items = [at(0, 100), at(20, 30)];
    expect(currentItem(items, 25)).toBe(1);
    expect(currentItem(items, 50)).toBe(0);
  });
});

describe('currentWord', () => {
  const words = [at(0, 300), at(350, 600), at(2000, 2300)];

  it('bridges the gap between neighbours and goes out in a pause', () => {
    expect(currentWord(words, 320)).toBe(0);
    expect(currentWord(words, 360)).toBe(1);
    expect(currentWord(words, 1500)).toBe(-1);
    expect(currentWord(words, 2100)).toBe(2);
  });
});
