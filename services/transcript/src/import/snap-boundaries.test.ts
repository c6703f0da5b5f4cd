import { heardAndChosen, snapBoundaries } from './snap-boundaries.ts';

/** A segment from and to these milliseconds that says that. */
const said = (startMs: number, endMs: number, text: string) => {
  const words = text.split(' ');
  return { startMs, endMs, head: words.slice(0, 2), tail: words.slice(-2).reverse() };
};
const timesOf = (stretches: { startMs: number; endMs: number }[]) =>
  stretches.map(({ startMs, endMs }) => [startMs, endMs]);

it('begins and ends where the same words did, though one was heard otherwise', () => {
  const earlier = [said(0, 1_000, 'we take it'), said(2_000, 3_000, 'that is fine')];
  const later = [said(0, 1_400, 'We take it.'), said(1_500, 3_900, 'that was fine')];
  expect(timesOf(snapBoundaries(earlier, later))).toEqual([
    [0, 1_000],
    [2_000, 3_000],
  ]);
});

it('stays where other words are, and far away', () => {
  const earlier = [said(0, 1_000, 'we take it')];
  const later = [said(400, 1_400, 'yes of course'), said(9_000, 9_900, 'we take it')];
  expect(timesOf(snapBoundaries(earlier, later))).toEqual(timesOf(later));
});

it('leaves a boundary to the nearest', () => {
  const earlier = [said(0, 2_000, 'on and on')];
  const later = [said(0, 900, 'on'), said(900, 2_000, 'and on')];
  expect(timesOf(snapBoundaries(earlier, later))).toEqual(timesOf(later));
});

it('knows the words that were heard only where people did not move the boundary', () => {
  const moved = {
    ...said(0, 2_700, 'we can do it at forty today'),
    heard: [
      [0, 300, 0.9, 'We'],
      [1_500, 1_800, 0.9, 'fourty'],
    ] as const,
    startMoved: false,
    endMoved: true,
  };
  const later = [said(400, 1_800, 'We do fourty')];
  expect(timesOf(snapBoundaries(heardAndChosen([moved]), later))).toEqual([[0, 1_800]]);
  const edited = { ...moved, endMoved: false };
  expect(timesOf(snapBoundaries(heardAndChosen([edited]), later))).toEqual([[0, 2_700]]);
});
