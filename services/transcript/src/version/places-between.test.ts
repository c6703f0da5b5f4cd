import { comparePlaces } from './place-order.ts';
import { placesBetween } from './places-between.ts';

it.each([
  ['0', '1', 1],
  ['0', '0.5', 12],
  ['3.25', '3.2500000000000000000001', 3],
  ['9', '10', 150],
  ['0', '2000', 4_000],
])('between %s and %s there is room for %i', (low, high, count) => {
  const places = [low, ...placesBetween(low, high, count), high];
  expect(places).toHaveLength(count + 2);
  for (const [at, place] of places.slice(1).entries())
    expect(comparePlaces(places[at] ?? '', place)).toBeLessThan(0);
});

it('goes on behind the last', () => {
  expect(placesBetween('7.5', null, 3)).toEqual(['8', '9', '10']);
});
