import type { StoredWord } from '../segment/word.ts';
import { heardOf } from './removals.ts';

/** Words that take 300 ms each. */
const stateOf = (startMs: number, text: string) => {
  const words = text
    .split(' ')
    .map((word, at): StoredWord => [startMs + at * 300, startMs + at * 300 + 300, 0.9, word]);
  return { startMs, endMs: startMs + words.length * 300, text, words };
};

it('an engine heard of what was removed no words that still stand', () => {
  const heard = stateOf(1_000, 'Erm so we can do that');
  expect(heardOf(stateOf(1_000, 'Um well'), heard)).toEqual(['Erm', 'so']);
  expect(heardOf(stateOf(1_600, 'we could do that'), heard)).toEqual(['we', 'can', 'do', 'that']);
  expect(heardOf({ ...heard, text: 'Um', words: [] }, heard)).toEqual(heard.text.split(' '));
});

it('is not known what an engine heard where words of others were brought, or nobody spoke', () => {
  const heard = stateOf(1_000, 'Erm so');
  expect(heardOf(stateOf(1_000, 'Um well then'), heard)).toEqual([]);
  expect(heardOf(stateOf(400, 'fine then Um well'), heard)).toEqual([]);
  expect(heardOf(stateOf(1_000, 'Um well'), null)).toEqual([]);
});
