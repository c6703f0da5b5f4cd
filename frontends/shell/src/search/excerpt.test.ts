import { excerptOf } from './excerpt.ts';

const shown = (parts: ReturnType<typeof excerptOf>) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('marks the hits of a short text and leaves the rest as it is', () => {
  expect(
    shown(
      excerptOf('the price is the price', [
        { start: 17, end: 22 },
        { start: 4, end: 9 },
      ]),
    ),
  ).toBe('the [price] is the [price]');
});

test('begins a little before the first hit, at a word, and says that something was left out on both sides', () => {
  const text = `${'before '.repeat(40)}needle ${'after '.repeat(60)}`;
  const start = text.indexOf('needle');
  const excerpt = shown(excerptOf(text, [{ start, end: start + 6 }]));
  expect(excerpt.startsWith('… before ')).toBe(true);
  expect(excerpt).toContain('[needle]');
  expect(excerpt.endsWith(' …')).toBe(true);
  expect(excerpt.length).toBeLessThan(200);
});

test('puts overlapping and impossible ranges right without losing or repeating text', () => {
  const text = 'abcdefghij';
  const parts = excerptOf(text, [
    { start: 2, end: 5 },
    { start: 4, end: 7 },
    { start: 50, end: 60 },
    { start: 9, end: 99 },
  ]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(shown(parts)).toBe('ab[cde][fg]hi[j]');
});
