import { Word } from '../segment/word.ts';
import { standsAmong, pieceWithin } from './said-already.ts';

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

it('finds words among others, one after another and at nearly the same time', () => {
  const others = said(0, 'well getting the teeth is, hard');
  expect(standsAmong(said(700, 'Getting the teeth'), others)).toBe(true);
  expect(standsAmong(said(300, 'getting teeth'), others)).toBe(false);
  expect(standsAmong(said(300, 'is hard so'), others)).toBe(false);
  expect(standsAmong(said(9_000, 'getting the teeth'), others)).toBe(false);
  expect(standsAmong([], others)).toBe(false);
});

it('tells what of a piece is said within a stretch, to the middle of a word', () => {
  const text = 'well, Getting the teeth';
  const piece = { startMs: 0, endMs: 1_200, text, words: said(0, text) };
  expect(pieceWithin(piece, { startMs: 310, endMs: 800 })?.text).toBe('Getting the');
  expect(pieceWithin(piece, { startMs: 2_000, endMs: 3_000 })).toBeNull();
});
