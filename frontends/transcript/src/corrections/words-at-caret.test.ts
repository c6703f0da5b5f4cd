import { wordsAtCaret } from './words-at-caret.ts';

const words = ['We', 'take', 'it.'].map((text) => ({ text }));

it.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 1],
  [7, 2],
  [8, 2],
  [11, 3],
])('a caret at %i has %i words before it', (caret, before) => {
  expect(wordsAtCaret('We take it.', caret, words)).toEqual({ before, all: 3 });
});

it('goes by white space while the words are not there', () => {
  expect(wordsAtCaret('We take it.', 8, null)).toEqual({ before: 2, all: 3 });
});

it('knows the words of scripts without spaces', () => {
  const japanese = ['今日', 'は', '雨'].map((text) => ({ text }));
  expect(wordsAtCaret('今日は雨', 3, japanese)).toEqual({ before: 2, all: 3 });
});
