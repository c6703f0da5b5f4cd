import { isSaidBeside } from './said-beside.ts';

const beside = (text: string, heard: string, before: string, after: string): boolean =>
  isSaidBeside(text.split(' '), heard.split(' '), before.split(' '), after.split(' '));

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
