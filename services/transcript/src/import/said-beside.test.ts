import { isDividedOtherwise, isSaidBeside } from './said-beside.ts';

const sides = (before: string, after: string) => ({ before: before.split(' '), after: after.split(' ') });
const beside = (text: string, heard: string, before: string, after: string, then = sides('', '')): boolean =>
  isSaidBeside(text.split(' '), heard.split(' '), sides(before, after), then);

it.each([
  ['ends with what comes after', 'at forty today please', 'at forty', 'so', 'Today, please or tomorrow'],
  ['begins with what comes before', 'Well it is forty', 'it is forty', 'so well', 'or'],
])('tells that a text %s', (_what, text, heard, before, after) => {
  expect(beside(text, heard, before, after)).toBe(true);
});

it.each([
  ['its segment says it, too', 'that is that', 'that is that', 'no', 'that is fine'],
  ['it is further away', 'at forty today', 'at forty', 'so', 'or today or tomorrow'],
  ['nobody says it', 'at forty today', 'at forty', 'so', 'or tomorrow'],
])('tells that it does not where %s', (_why, text, heard, before, after) => {
  expect(beside(text, heard, before, after)).toBe(false);
});

it('tells that it does not where that was so before', () => {
  expect(beside('we take it', 'we take', 'so', 'it is fine', sides('so', 'it is'))).toBe(false);
  expect(beside('we take it', 'we take', 'so', 'it is fine', sides('it', 'so'))).toBe(true);
});

it('tells a text whose first word is said before it there, and one that would take such a word away', () => {
  const [text, heard] = ['then forty-two'.split(' '), 'so then forty'.split(' ')];
  const [alone, beside] = [sides('well', 'yes'), sides('well so', 'yes')];
  expect(isDividedOtherwise(heard, text, beside, alone)).toBe(true);
  expect(isDividedOtherwise(text, heard, alone, beside)).toBe(true);
  expect(isDividedOtherwise(text, heard, alone, alone)).toBe(false);
});
