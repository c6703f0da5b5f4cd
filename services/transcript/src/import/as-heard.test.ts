import type { SegmentChange } from '../correction/change-set.ts';
import type { StoredWord } from '../segment/word.ts';
import { asHeard } from './as-heard.ts';

/** Words that take 300 ms each. */
const said = (startMs: number, text: string): StoredWord[] =>
  text.split(' ').map((word, at) => [startMs + at * 300, startMs + at * 300 + 300, 0.9, word]);
const was = (words: StoredWord[], editedAt: string | null = null) => ({ words, editedAt });
const heardIn = (changes: SegmentChange[], at: number, startMs: number, endMs: number) => {
  const change = changes[at];
  return change && asHeard(changes)(change, { startMs, endMs });
};

it('tells a split of what an engine wrote from one of a text that people wrote', () => {
  const halves = (
    before: StoredWord[],
    editedAt: string | null,
    tail = said(600, 'or so'),
  ): SegmentChange[] => [
    { segmentId: 'a', before: was(before, editedAt), after: was(said(0, 'it is'), 'now') },
    { segmentId: 'b', before: null, after: was(tail, 'now') },
  ];
  const heard = said(0, 'it is or so');
  expect(heardIn(halves(heard, null), 0, 0, 600)).toEqual(['a']);
  expect(heardIn(halves(heard, null), 1, 600, 1_200)).toEqual(['a']);
  expect(heardIn(halves(heard, 'before'), 1, 600, 1_200)).toBeNull();
  const corrected = halves(heard, null, said(600, 'or not'));
  expect(heardIn(corrected, 0, 0, 600)).toEqual(['a']);
  expect(heardIn(corrected, 1, 600, 1_200)).toBeNull();
  expect(heardIn(halves(said(0, 'it is or so on'), null), 1, 600, 1_500)).toBeNull();
});
