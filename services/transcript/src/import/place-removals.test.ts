import { placeRemovals } from './place-removals.ts';

const at = (startMs: number, endMs: number) => ({ startMs, endMs });
const removal = (startMs: number, endMs: number) => ({ startMs, endMs, speakerName: 'Ben', author: 'Anna' });
const later = (startMs: number, endMs: number, edited = false) => ({
  id: `${startMs}`,
  startMs,
  endMs,
  edited,
});

it('removes what stands in the same place, and what lies within', () => {
  const [whole, halves] = [removal(0, 1_000), removal(2_000, 4_000)];
  const heard = [later(100, 900), later(2_000, 3_000), later(3_000, 3_900), later(5_000, 6_000)];
  const { removed, left, waiting } = placeRemovals([whole, halves], [at(5_000, 6_000)], heard);
  expect([removed.map(({ id }) => id), left, waiting]).toEqual([['100', '2000', '3000'], [], []]);
});

it('waits where only those are heard who stood there, and lists what is in longer segments', () => {
  const [over, before, silent] = [removal(0, 1_000), removal(2_000, 3_000), removal(9_000, 9_900)];
  const heard = [later(0, 1_900), later(2_000, 4_400)];
  expect(placeRemovals([over, before, silent], [at(100, 1_900)], heard)).toEqual({
    removed: [],
    left: [before],
    waiting: [over, silent],
  });
});

it('removes nothing that stood there, or that people corrected', () => {
  const long = removal(0, 4_000);
  const parts = placeRemovals([long], [at(0, 4_200)], [later(0, 2_000), later(2_000, 4_200)]);
  expect(parts).toEqual({ removed: [], left: [long], waiting: [] });
  const corrected = placeRemovals([long], [], [later(100, 4_000, true)]);
  expect(corrected).toEqual({ removed: [], left: [long], waiting: [] });
});

it('removes nothing in which somebody is heard who was not removed, however short, and lists it', () => {
  const noise = removal(3_000, 4_800);
  for (const [endMs, after] of [
    [6_000, []],
    [5_400, []],
    [5_050, []],
    [6_000, [later(9_000, 9_900)]],
  ] as const) {
    const placed = placeRemovals([noise], [at(4_800, endMs)], [later(3_000, endMs), ...after]);
    expect(placed).toEqual({ removed: [], left: [noise], waiting: [] });
  }
});

it('removes again what those speak over who are heard elsewhere', () => {
  const heard = [later(0, 5_000), later(1_000, 2_000), later(2_010, 3_000)];
  expect(placeRemovals([removal(1_000, 3_000)], [at(0, 5_000)], heard)).toEqual({
    removed: [
      { id: '1000', author: 'Anna' },
      { id: '2010', author: 'Anna' },
    ],
    left: [],
    waiting: [],
  });
});

it('waits whole where only part was heard, until all of it has been', () => {
  const whole = removal(3_000, 8_000);
  const first = placeRemovals([whole], [], [later(3_000, 4_200)]);
  expect([first.removed.map(({ id }) => id), first.left, first.waiting]).toEqual([['3000'], [], [whole]]);
  // What was lost by it is part of it, and waits, or is listed, only as that.
  const both = [removal(3_000, 4_200), whole];
  expect(placeRemovals(both, [], [])).toEqual({ removed: [], left: [], waiting: [whole] });
  expect(placeRemovals(both, [], [later(2_000, 9_900, true)]).left).toEqual([whole]);
  const rest = placeRemovals(both, [], [later(3_050, 4_100), later(4_200, 6_000), later(6_100, 8_000)]);
  expect([rest.removed.map(({ id }) => id), rest.left, rest.waiting]).toEqual([
    ['3050', '4200', '6100'],
    [],
    [],
  ]);
});
