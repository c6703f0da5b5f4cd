import { Word } from '../segment/word.ts';
import { deletedWords } from './deletions.ts';

/** Words that take 300 ms each. */
const said = (text: string) =>
  text
    .split(' ')
    .map((word, at) =>
      Object.assign(new Word(), { text: word, startMs: at * 300, endMs: at * 300 + 300, confidence: 0.9 }),
    );
const deleted = (heard: string, text: string) =>
  deletedWords(said(heard), said(text)).map((words) => words.map((word) => word.text).join(' '));

it('finds words instead of which nothing is said any more, together where they followed each other', () => {
  expect(deleted('um well we take it not at all', 'we take it')).toEqual(['um well', 'not at all']);
  expect(deleted('I would not say so', 'I would say so')).toEqual(['not']);
});

it('finds no word that another was put for', () => {
  expect(deleted('my name is Jon', 'my name is John')).toEqual([]);
  expect(deleted('I would not say so', 'I’d say so')).toEqual([]);
});
