import { comparePlaces } from './place-order.ts';

it('orders places as numbers, whatever their digits', () => {
  const places = ['0', '0.5', '0.500000000000000000001', '0.75', '1', '1.0625', '2', '10', '10.5', '100'];
  const mixed = places.toSorted((a, b) => a.length - b.length || (a < b ? 1 : -1));
  expect(mixed.toSorted(comparePlaces)).toEqual(places);
  expect(comparePlaces('1.50', '1.5')).toBe(0);
});
