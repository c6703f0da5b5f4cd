import { optimalAssignment } from './optimal-assignment.ts';

test('the greatest total weight is found, and pairs of none stay unassigned', () => {
  const weights = [
    [0, 0, 0, 0],
    [0, 9, 0, 8],
    [0, 8, 0, 1],
  ];
  expect(optimalAssignment(weights)).toEqual([
    { row: 1, column: 3, weight: 8 },
    { row: 2, column: 1, weight: 8 },
  ]);
  expect(optimalAssignment([[0, 0]])).toEqual([]);
  expect(optimalAssignment([[]])).toEqual([]);
  expect(optimalAssignment([])).toEqual([]);
});

test('what nothing can be assigned to takes no time', () => {
  const weights = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 5_000 }, (_unused, column) => (column === row * 7 ? 1 : 0)),
  );
  expect(optimalAssignment(weights)).toHaveLength(200);
}, 5_000);
