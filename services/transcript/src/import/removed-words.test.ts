import { Word } from '../segment/word.ts';
import { findRemoved, isAmong, isHeardAgain } from './removed-words.ts';

/** Words that take 300 ms each. */
const said = (startMs: number, text: string) =>
  text.split(' ').map((word, at) =>
    Object.assign(new Word(), {
      text: word,
      startMs: startMs + at * 300,
      endMs: startMs + at * 300 + 300,
      confidence: 0.9,
    }),
  );
const texts = (...all: string[]) => all.map((text) => text.split(' ').filter(Boolean));

it('tells the same words, or similar ones, from others', () => {
  expect(isHeardAgain(said(0, 'Um, er hm'), texts('um um er hm'))).toBe(true);
  expect(isHeardAgain(said(0, 'it is forty'), texts('it is fourteen', 'it is forty'))).toBe(true);
  expect(isHeardAgain(said(0, 'the price is forty'), texts('um um er hm'))).toBe(false);
  expect(isHeardAgain([], texts('um'))).toBe(true);
  expect(isHeardAgain(said(0, 'the price'), texts(''))).toBe(true);
});

it('finds what was removed among other words, exactly, once and at its time', () => {
  const removed = texts('um um er');
  expect(findRemoved(said(0, 'how are you Um, um er well'), removed, 1_000)).toEqual({ from: 3, to: 6 });
  expect(findRemoved(said(0, 'how are you um er well'), removed, 1_000)).toBeNull();
  expect(findRemoved(said(0, 'um um er so um um er'), removed, 0)).toBeNull();
  expect(findRemoved(said(0, 'how are you um um er'), removed, 9_000)).toBeNull();
  expect(findRemoved(said(0, 'how are you um'), texts('um'), 1_500)).toBeNull();
  expect(findRemoved(said(0, 'um um er'), removed, 0)).toBeNull();
  const lessFirst = texts('um er', 'um um er');
  expect(findRemoved(said(0, 'how are you um um er well'), lessFirst, 1_000)).toEqual({ from: 3, to: 6 });
  expect(isAmong(removed, ['so', 'Um', 'um,', 'er'])).toBe(true);
  expect(isAmong(removed, ['so', 'um', 'er'])).toBe(false);
});
