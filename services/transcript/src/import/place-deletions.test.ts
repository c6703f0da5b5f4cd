import { Word } from '../segment/word.ts';
import { placeDeletions } from './place-deletions.ts';

/** Words that take 300 ms each. */
const said = (startMs: number, text: string, edited = false) => {
  const words = text.split(' ').map((word, at) =>
    Object.assign(new Word(), {
      text: word,
      startMs: startMs + at * 300,
      endMs: startMs + at * 300 + 300,
      confidence: 0.9,
    }),
  );
  return { id: `${startMs}`, startMs, endMs: startMs + words.length * 300, words, edited };
};
const NOT = {
  startMs: 900,
  endMs: 1_200,
  speakerName: 'Ben',
  author: 'Anna',
  texts: [['not']],
};
const NOTHING = { removed: [], cut: [], left: [], waiting: [] };
const STANDING = [{ ...said(0, 'we take it'), endMs: 1_200 }, said(1_500, 'because it is dear')];
const placed = (...later: ReturnType<typeof said>[]) => placeDeletions([NOT], STANDING, later, NOTHING);

it('cuts a deleted word out of the segment in which another engine hears it', () => {
  const found = placed(said(0, 'we take it'), said(900, 'not because it is dear'));
  expect(found).toEqual({ ...NOTHING, cut: [{ id: '900', author: 'Anna', from: 0, to: 1 }] });
});

it('removes it where it is heard alone, and keeps it in mind where it is not heard', () => {
  const alone = placed(said(0, 'we take it'), said(900, 'not'), said(1_500, 'because it is dear'));
  expect(alone).toEqual({ ...NOTHING, removed: [{ id: '900', author: 'Anna' }] });
  const silent = placed(said(0, 'we take it', true), said(1_500, 'because it is dear'));
  expect(silent).toEqual({ ...NOTHING, waiting: [NOT] });
});

it('lists it where it came back and may not be cut out, at the place where it is said', () => {
  const twice = placed(said(0, 'we take it'), said(1_000, 'not because it is not dear'));
  expect(twice).toMatchObject({ ...NOTHING, left: [{ startMs: 1_000, endMs: 1_300 }] });
  const otherwise = placed(said(0, 'we take it knot'), said(1_500, 'because it is dear'));
  expect(otherwise).toMatchObject({ ...NOTHING, left: [{ startMs: 900, endMs: 1_200 }] });
  const others = placeDeletions(
    [NOT],
    [...STANDING, said(2_700, 'not today')],
    [said(900, 'not because it is dear not today')],
    NOTHING,
  );
  expect(others).toMatchObject({ ...NOTHING, left: [{ startMs: 900, endMs: 1_200 }] });
});
