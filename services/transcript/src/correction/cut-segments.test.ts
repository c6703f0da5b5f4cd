import type { Word } from '../segment/word.ts';
import { cut, join, type Piece } from './cut-segments.ts';

const word = (text: string, startMs: number, endMs: number): Word => ({
  text,
  startMs,
  endMs,
  confidence: 0.5,
});
const piece: Piece = {
  startMs: 1000,
  endMs: 2500,
  text: 'We have to… price it.',
  words: [
    word('We', 1000, 1200),
    word('have', 1200, 1400),
    word('to…', 1400, 1600),
    word('price', 1900, 2200),
    word('it.', 2200, 2400),
  ],
};

describe('cut', () => {
  it('divides text, words and time at a word', () => {
    const [head, tail] = cut(piece, 3);
    expect([head, tail]).toMatchObject([
      { startMs: 1000, endMs: 1600, text: 'We have to…' },
      { startMs: 1900, endMs: 2500, text: 'price it.' },
    ]);
    expect([head.words.length, tail.words.length]).toEqual([3, 2]);
  });

  it('shares the time of a segment without words by length', () => {
    expect(cut({ startMs: 0, endMs: 100, text: 'ab cd', words: [] }, 1)).toEqual([
      { startMs: 0, endMs: 50, text: 'ab', words: [[0, 50, null, 'ab']] },
      { startMs: 50, endMs: 100, text: 'cd', words: [[50, 100, null, 'cd']] },
    ]);
  });

  it('takes the words for the text where they are not those of the text', () => {
    const [head, tail] = cut({ ...piece, text: 'Something else' }, 2);
    expect([head.text, tail.text]).toEqual(['We have', 'to… price it.']);
  });

  it('never gives a part that ends before it begins', () => {
    const words = [word('a', 50, 90), word('b', 40, 60)];
    const [head, tail] = cut({ startMs: 50, endMs: 60, text: 'a b', words }, 1);
    for (const { startMs, endMs } of [head, tail]) expect(endMs).toBeGreaterThanOrEqual(startMs);
  });
});

describe('join', () => {
  it('is the reverse of a cut', () => {
    const [head, tail] = cut(piece, 3);
    const load = (stored: typeof head): Piece => ({
      ...stored,
      words: stored.words.map(([startMs, endMs, , text]) => word(text, startMs, endMs)),
    });
    expect(join([load(head), load(tail)])).toEqual(piece);
  });

  it('puts no space between words of scripts that have none', () => {
    const said = (text: string): Piece => ({ startMs: 0, endMs: 10, text, words: [] });
    expect(join([said('今日は'), said('雨です')]).text).toBe('今日は雨です');
    expect(join([said('今日は'), said('OK')]).text).toBe('今日は OK');
  });
});
