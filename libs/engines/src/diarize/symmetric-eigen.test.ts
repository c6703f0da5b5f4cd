import { symmetricEigen } from './symmetric-eigen.ts';

const matrix = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));

test('a 2 × 2 matrix by hand', () => {
  const { values, vectors } = symmetricEigen(matrix([2, 1], [1, 2]));
  expect(values).toEqual([expect.closeTo(1), expect.closeTo(3)]);
  expect(Math.abs(vectors[0]?.[1] ?? 0)).toBeCloseTo(Math.SQRT1_2);
});

test('as many zero eigenvalues as a graph has parts', () => {
  // Two separate edges.
  const { values } = symmetricEigen(matrix([1, -1, 0, 0], [-1, 1, 0, 0], [0, 0, 1, -1], [0, 0, -1, 1]));
  expect(values).toEqual([0, 0, 2, 2].map((value) => expect.closeTo(value)));
});

test('any symmetric matrix: A v = λ v and the trace is the sum of the values', () => {
  const n = 40;
  const a = Array.from({ length: n }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = Math.sin(i * 12.9898 + j * 78.233);
      (a[i] as Float64Array)[j] = value;
      (a[j] as Float64Array)[i] = value;
    }
  }
  const { values, vectors } = symmetricEigen(a);
  for (let k = 0; k < n; k++) {
    const v = vectors.map((row) => row[k] ?? 0);
    a.forEach((row, i) =>
      expect(row.reduce((sum, value, j) => sum + value * (v[j] ?? 0), 0)).toBeCloseTo(
        (values[k] ?? 0) * (v[i] ?? 0),
        8,
      ),
    );
  }
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
    a.reduce((sum, row, i) => sum + (row[i] ?? 0), 0),
    8,
  );
});
