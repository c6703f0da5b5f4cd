import { Word } from '../segment/word.ts';
import { spliceText } from './splice-text.ts';

/** Words that take 300 ms each. */
const said = (startMs: number, text: string) => {
  const words = text.split(' ').map((word, at) =>
    Object.assign(new Word(), {
      text: word,
      startMs: startMs + at * 300,
      endMs: startMs + at * 300 + 300,
      confidence: 0.9,
    }),
  );
  return { startMs, endMs: startMs + words.length * 300, text, words };
};
const corrected = (startMs: number, heard: string, text: string) => ({
  ...said(startMs, text),
  heard: said(startMs, heard).words,
});
const ALONE = { before: [], after: [] };
const textsOf = (spliced: ReturnType<typeof spliceText>) =>
  spliced && [...spliced].map(([at, { piece, whole }]) => [at, piece.text, whole]);

it('goes into a longer piece, whose other words stay', () => {
  const joined = said(0, 'Well it is forty a month. So what else?');
  const spliced = spliceText(
    corrected(300, 'it is forty a month', 'It is fourteen a month.'),
    [joined],
    new Set(),
    ALONE,
  );
  expect(textsOf(spliced)).toEqual([[0, 'Well It is fourteen a month. So what else?', false]]);
  const piece = spliced?.get(0)?.piece;
  expect(piece?.words.map(({ text }) => text).join(' ')).toBe(piece?.text);
  expect([piece?.startMs, piece?.endMs]).toEqual([joined.startMs, joined.endMs]);
});

it('is shared out over pieces, each word where it is', () => {
  const pieces = [said(0, 'Well it is'), said(900, 'forty a month or so')];
  const spliced = spliceText(
    corrected(300, 'it is forty a month', 'it is fourteen a month'),
    pieces,
    new Set(),
    ALONE,
  );
  expect(textsOf(spliced)).toEqual([
    [0, 'Well it is fourteen', false],
    [1, 'a month or so', false],
  ]);
});

it('covers what was heard otherwise at its ends, and knows a text that was heard right', () => {
  const text = corrected(0, 'we tank it now please', 'We take it now, please');
  expect(textsOf(spliceText(text, [said(400, 'way tank it now peas')], new Set(), ALONE))).toEqual([
    [0, 'We take it now, please', true],
  ]);
  expect(textsOf(spliceText(text, [said(400, 'we take it now please')], new Set(), ALONE))).toEqual([
    [0, 'We take it now, please', true],
  ]);
});

it('takes no word of a neighbour for its first or last word, which was not heard', () => {
  const last = corrected(0, 'my name is Jon', 'my name is John');
  expect(
    textsOf(spliceText(last, [said(0, 'my name is'), said(1_200, 'nice to')], new Set(), ALONE)),
  ).toEqual([[0, 'my name is John', true]]);
  const first = corrected(900, 'back at nine', 'Beck at nine');
  expect(
    textsOf(spliceText(first, [said(300, 'call you'), said(1_200, 'at nine')], new Set(), ALONE)),
  ).toEqual([[1, 'Beck at nine', true]]);
});

it('covers all that was heard in place of its last word', () => {
  const text = corrected(0, 'the contract with Acme', 'the contract with Acmé');
  const apart = [said(0, 'the contract with'), said(900, 'ac me ends in May')];
  for (const word of apart[1]?.words.slice(0, 2) ?? [])
    [word.startMs, word.endMs] = word.text === 'ac' ? [900, 1_050] : [1_050, 1_200];
  expect(textsOf(spliceText(text, apart, new Set(), ALONE))).toEqual([
    [0, 'the contract with Acmé', true],
    [1, 'ends in May', false],
  ]);
});

it('finds no place among other words, too early or late, or in another corrected text', () => {
  const text = corrected(5_000, 'it is forty', 'It is fourteen.');
  const there = said(5_000, 'it is forty');
  for (const pieces of [[said(5_000, 'nobody knows that')], [said(8_000, 'it is forty')], []])
    expect(spliceText(text, pieces, new Set(), ALONE)).toBeNull();
  expect(spliceText(text, [there], new Set(there.words), ALONE)).toBeNull();
});

it('leaves no piece without words', () => {
  const pieces = [said(0, 'it is forty'), said(900, 'a month')];
  expect(spliceText(corrected(0, 'it is forty a month', 'It is'), pieces, new Set(), ALONE)).toBeNull();
});

it('finds no place where its first or last word is said beside it, unless that was so before', () => {
  const text = corrected(1_000, 'is forty a month', 'it is fourteen a month');
  const pieces = [said(100, 'so it'), said(1_000, 'is forty a month')];
  expect(spliceText(text, pieces, new Set(), ALONE)).toBeNull();
  const before = { before: said(100, 'so it').words, after: [] };
  expect(textsOf(spliceText(text, pieces, new Set(), before))).toEqual([[1, 'it is fourteen a month', true]]);
});
