/** Cosine of the angle between two vectors, −1 to 1; 0 when one of them is zero. */
export function cosineSimilarity(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length)
    throw new RangeError(`vectors of ${a.length} and ${b.length} dimensions are of different models`);
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return squareA === 0 || squareB === 0 ? 0 : dot / Math.sqrt(squareA * squareB);
}

/** Whether it points somewhere: its length is above zero and finite, in single precision too. */
export function hasDirection(vector: readonly number[]): boolean {
  const square = Math.fround(vector.reduce((total, value) => total + value * value, 0));
  return square > 0 && Number.isFinite(square);
}

/** The unit vector in the direction of the weighted mean of the unit vectors; all zeros when they cancel out. */
export function meanVector(
  vectors: readonly (readonly number[])[],
  weights: readonly number[] = vectors.map(() => 1),
): number[] {
  const sum = new Array<number>(vectors[0]?.length ?? 0).fill(0);
  vectors.forEach((vector, row) => {
    const scale = (weights[row] ?? 0) / (norm(vector) || 1);
    vector.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value * scale));
  });
  const length = norm(sum) || 1;
  return sum.map((value) => value / length);
}

const norm = (vector: readonly number[]): number =>
  Math.sqrt(vector.reduce((total, value) => total + value * value, 0));
