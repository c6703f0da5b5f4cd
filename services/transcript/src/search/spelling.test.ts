import { spellingsOf } from './spelling.ts';

it.each([
  ['hassan', 'has had hasan hassan’s', ['hassan', 'hasan']],
  ['coulour', 'could colour color', ['colour', 'color']],
  ['dont', 'do don font', ['don', 'font']],
  ['recieve', 'receive received relief', ['receive']],
  ['xylophone', 'telephone', []],
])('%j may be meant for a word of %j: %j', (word, text, spellings) => {
  expect(spellingsOf(word, [text])).toEqual(spellings);
});

it('keeps to the closest of many', () => {
  const texts = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `budgetin${letter}`);
  const found = spellingsOf('budgeting', texts);
  expect(found).toHaveLength(10);
  expect(found[0]).toBe('budgeting');
});
