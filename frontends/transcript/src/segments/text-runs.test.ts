import { cutRuns, locateWords } from './text-runs.ts';

const words = (...texts: string[]) => texts.map((text) => ({ text }));

describe('locateWords', () => {
  it('finds words through casing and restored punctuation', () => {
    const text = 'Well, the THE price — rises.';
    const spans = locateWords(text, words('well', 'the', 'the', 'price', 'rises'));
    expect(spans.map((span) => span && text.slice(span.start, span.end))).toEqual([
      'Well',
      'the',
      'THE',
      'price',
      'rises',
    ]);
  });

  it('does not match inside a longer word', () => {
    expect(locateWords('bathe at', words('at'))).toEqual([{ start: 6, end: 8 }]);
  });

  it('leaves out a word that an edit removed and goes on with the next', () => {
    expect(locateWords('We sell tea', words('we', 'coffee', 'tea'))).toEqual([
      { start: 0, end: 2 },
      null,
      { start: 8, end: 11 },
    ]);
  });

  it('keeps true offsets where lower-casing changes lengths', () => {
    const text = 'İstanbul calling';
    const spans = locateWords(text, words('İstanbul', 'calling'));
    expect(spans.map((span) => span && text.slice(span.start, span.end))).toEqual(['İstanbul', 'calling']);
  });
});

describe('cutRuns', () => {
  const text = 'Good morning all.';
  const spans = locateWords(text, words('good', 'morning', 'all'));

  it('gives back the text and marks words', () => {
    const runs = cutRuns(text, spans, []);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(runs.filter((run) => run.word >= 0).map((run) => [run.word, run.text])).toEqual([
      [0, 'Good'],
      [1, 'morning'],
      [2, 'all'],
    ]);
  });

  it('marks a find that crosses words and cuts one', () => {
    const runs = cutRuns(text, spans, [{ start: 2, end: 9 }]);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(
      runs
        .filter((run) => run.found)
        .map((run) => run.text)
        .join(''),
    ).toBe('od morn');
    expect(runs.find((run) => run.text === 'morn')).toMatchObject({ word: 1, found: true });
    expect(runs.find((run) => run.text === 'ing')).toMatchObject({ word: 1, found: false });
  });

  it('ignores offsets outside the text', () => {
    expect(cutRuns('ab', [], [{ start: -4, end: 99 }])).toEqual([{ text: 'ab', word: -1, found: true }]);
  });
});
