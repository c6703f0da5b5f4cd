import { alignWords } from './align-words.ts';
import type { Word } from './word.ts';

const word = (text: string, startMs: number, endMs: number): Word => ({
  text,
  startMs,
  endMs,
  confidence: 0.9,
});
const before = [
  word('we', 1000, 1200),
  word('have', 1200, 1500),
  word('to', 1500, 1600),
  word('prise', 1700, 2000),
  word('it.', 2000, 2200),
];
const bounds = { startMs: 1000, endMs: 2300 };

const show = (words: readonly Word[]): string[] =>
  words.map((w) => `${w.text} ${w.startMs}-${w.endMs}${w.confidence === null ? '' : ' sure'}`);
const align = (text: string): string[] => show(alignWords(before, text, bounds));

describe('alignWords', () => {
  it('leaves an unchanged text as it was', () => {
    expect(alignWords(before, 'we have to prise it.', bounds)).toEqual(before);
  });

  it('spreads new words over the time of those they replace', () => {
    expect(align('we must always price it.')).toEqual([
      'we 1000-1200 sure',
      'must 1200-1413',
      'always 1413-1733',
      'price 1733-2000',
      'it. 2000-2200 sure',
    ]);
  });

  it('keeps time but not confidence where case or punctuation changed', () => {
    expect(align('We have to, prise it!')).toEqual([
      'We 1000-1200',
      'have 1200-1500 sure',
      'to, 1500-1600',
      'prise 1700-2000 sure',
      'it! 2000-2200',
    ]);
  });

  it('fills the gap an insertion falls into, 0 ms where there is none', () => {
    expect(align('we really have to now prise it.')).toEqual([
      'we 1000-1200 sure',
      'really 1200-1200',
      'have 1200-1500 sure',
      'to 1500-1600 sure',
      'now 1600-1700',
      'prise 1700-2000 sure',
      'it. 2000-2200 sure',
    ]);
  });

  it('drops deleted words and appends to the end of the segment', () => {
    expect(align('have to prise it. Yes')).toEqual([
      'have 1200-1500 sure',
      'to 1500-1600 sure',
      'prise 1700-2000 sure',
      'it. 2000-2200 sure',
      'Yes 2200-2300',
    ]);
  });

  it('gives a segment without words some', () => {
    expect(show(alignWords([], 'ab cd', { startMs: 0, endMs: 100 }))).toEqual(['ab 0-50', 'cd 50-100']);
  });

  it('takes a text without spaces apart', () => {
    const japanese = [word('今日', 0, 100), word('は', 100, 200), word('雨', 200, 300)];
    expect(show(alignWords(japanese, '今日は晴れ', { startMs: 0, endMs: 300 }))).toEqual([
      '今日 0-100 sure',
      'は 100-200 sure',
      '晴れ 200-300',
    ]);
  });

  it('never goes back in time', () => {
    const times = alignWords(before, 'it to we prise have x y z we', bounds).flatMap(({ startMs, endMs }) => [
      startMs,
      endMs,
    ]);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

it('takes a long text of which nothing was kept for a new one', () => {
  const old = Array.from({ length: 10_000 }, (_, i) => word('a', i, i + 1));
  const words = alignWords(old, 'b '.repeat(10_000), { startMs: 0, endMs: 10_000 });
  expect(words).toHaveLength(10_000);
  expect(words.at(-1)).toMatchObject({ text: 'b', endMs: 10_000 });
  // A word that both have in the middle is not looked for among 100 million pairs.
  const shared = [...old.slice(0, 5_000), word('c', 5_000, 5_001), ...old.slice(5_001)];
  const again = alignWords(shared, `${'b '.repeat(5_000)}c ${'b '.repeat(4_999)}`, {
    startMs: 0,
    endMs: 10_000,
  });
  expect(again[5_000]).toMatchObject({ text: 'c', confidence: null });
});
