import { isNamedIn } from './speaker-names.ts';

const COUNCIL = [
  'Ms. Elizabeth May (Saanich, GP)',
  'Hon. Lynne Neagle AM',
  'Grad D',
  'Marketing',
  'John Smith',
  'Ann Smith',
];

it.each([
  ['Marketing', 'What did Marketing think of the remote?', true],
  ['Grad D', 'What did grad d say about the recogniser?', true],
  ['Grad D', 'Which grade did they want?', false],
  // Without titles and what is in brackets, and by a surname that only one speaker has.
  ['Ms. Elizabeth May (Saanich, GP)', 'What did Elizabeth May ask?', true],
  ['Hon. Lynne Neagle AM', 'What did Neagle propose?', true],
  // A word that is not written as a name names nobody, nor does a name that two speakers share.
  ['Hon. Lynne Neagle AM', 'Is neagle a word?', false],
  ['John Smith', 'What did Smith say?', false],
  ['John Smith', 'What did John Smith say?', true],
  // Too short to be told from an ordinary word.
  ['Ms. Elizabeth May (Saanich, GP)', 'What happens in May?', false],
])('%s in “%s”: %p', (name, question, isNamed) => {
  expect(isNamedIn(name, question, COUNCIL)).toBe(isNamed);
});

it('takes no title alone for a name', () => {
  expect(isNamedIn('Dr.', 'Which doctor?', [])).toBe(false);
  expect(isNamedIn('(unknown)', 'who is unknown?', [])).toBe(false);
});
