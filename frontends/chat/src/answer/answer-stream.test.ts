import { addPiece, emptyAnswer, hasGap, type AnswerPiece } from './answer-stream.ts';

const assemble = (pieces: AnswerPiece[]) => pieces.reduce(addPiece, emptyAnswer);

describe('addPiece', () => {
  it('joins pieces in order', () => {
    expect(
      assemble([
        { offset: 0, text: 'They ' },
        { offset: 5, text: 'agreed.' },
      ]).text,
    ).toBe('They agreed.');
  });

  it('takes the same piece twice without doubling or cutting', () => {
    const pieces = [
      { offset: 0, text: 'They ' },
      { offset: 5, text: 'agreed ' },
      { offset: 12, text: 'on it' },
    ];
    expect(assemble([...pieces, pieces[1] as AnswerPiece]).text).toBe('They agreed on it');
  });

  it('takes all so far again after a reconnection, and goes on', () => {
    const stream = assemble([
      { offset: 0, text: 'They ' },
      { offset: 0, text: 'They agreed ' },
      { offset: 12, text: 'on it' },
    ]);
    expect(stream.text).toBe('They agreed on it');
  });

  it('lets a piece that begins inside overwrite what differs', () => {
    expect(
      assemble([
        { offset: 0, text: 'They agree' },
        { offset: 5, text: 'refused' },
      ]).text,
    ).toBe('They refused');
  });

  it('holds a piece past a gap until the gap is filled', () => {
    const gap = assemble([
      { offset: 0, text: 'ab' },
      { offset: 4, text: 'ef' },
      { offset: 6, text: 'gh' },
    ]);
    expect(gap.text).toBe('ab');
    expect(hasGap(gap)).toBe(true);
    const filled = addPiece(gap, { offset: 0, text: 'abcd' });
    expect(filled.text).toBe('abcdefgh');
    expect(hasGap(filled)).toBe(false);
  });

  it('gives the same text whatever order the pieces come in', () => {
    const text = 'one two three four five six';
    const pieces = Array.from({ length: 9 }, (_, index) => ({
      offset: index * 3,
      text: text.slice(index * 3, index * 3 + 3),
    }));
    const orders = [
      pieces,
      [...pieces].reverse(),
      [...pieces.slice(4), ...pieces.slice(0, 4)],
      [...pieces, ...pieces],
    ];
    for (const order of orders) expect(assemble(order).text).toBe(text);
  });
});
