import { Word } from '../segment/word.ts';
import { isDividedOtherwise, isSaidBeside } from './said-beside.ts';

/** Words of 200 ms each, one after another; without times where nothing is said of when they begin. */
const said = (text: string, startMs?: number): Word[] =>
  text.split(' ').map((word, at) => {
    const [from, to] = startMs === undefined ? [0, 0] : [startMs + at * 200, startMs + at * 200 + 200];
    return Object.assign(new Word(), { text: word, startMs: from, endMs: to, confidence: null });
  });
const sides = (before: string, after: string) => ({ before: said(before), after: said(after) });
const beside = (text: string, heard: string, before: string, after: string, then = sides('', '')): boolean =>
  isSaidBeside(said(text), said(heard), sides(before, after), then);

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
  const [text, heard] = [said('then forty-two'), said('so then forty')];
  const [alone, beside] = [sides('well', 'yes'), sides('well so', 'yes')];
  expect(isDividedOtherwise(heard, text, beside, alone)).toBe(true);
  expect(isDividedOtherwise(text, heard, alone, beside)).toBe(true);
  expect(isDividedOtherwise(text, heard, alone, alone)).toBe(false);
});

it('tells a word beside it by its time where it is heard otherwise', () => {
  const [text, heard] = [said('we price it', 0), said('we praise', 0)];
  const then = { before: said('so', -200), after: said('well', 600) };
  const now = { before: said('so', -200), after: said('eat well', 400) };
  expect(isDividedOtherwise(text, heard, now, then)).toBe(true);
  expect(isDividedOtherwise(heard, text, then, now)).toBe(true);
  const whole = said('we praise eat', 0);
  expect(isDividedOtherwise(text, whole, { ...now, after: said('well', 600) }, then)).toBe(false);
});

it('tells a word that people took away from one that would be said nowhere any more', () => {
  const [text, was] = [said('we take', 0), said('we take it', 0)];
  const beside = { before: [], after: said('now', 450) };
  const heard = said('we take eat', 0);
  expect(isDividedOtherwise(text, heard, { before: [], after: [] }, beside)).toBe(true);
  expect(isDividedOtherwise(text, heard, { before: [], after: [] }, beside, was)).toBe(false);
});
