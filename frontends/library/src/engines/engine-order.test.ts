import { byUse } from './engine-order.ts';

test('the engine in use comes first, and what cannot be used last', () => {
  const engine = (id: string, available: boolean, selected = false) => ({ id, available, selected });
  const ladder = [
    engine('hosted', false),
    engine('large', false),
    engine('small', true),
    engine('embedded', true, true),
  ];
  expect(byUse(ladder).map(({ id }) => id)).toEqual(['embedded', 'small', 'hosted', 'large']);
});
