/** Arithmetic on voice vectors; plain numbers, no allocation to spare. */
export type Vector = Float64Array<ArrayBuffer>;

export function unit(vector: ArrayLike<number>): Vector {
  let square = 0;
  for (let i = 0; i < vector.length; i++) square += (vector[i] ?? 0) ** 2;
  const scale = 1 / Math.sqrt(square + 1e-12);
  return Float64Array.from(vector, (value) => value * scale);
}

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The mean of at least one vector. */
export function mean(vectors: readonly Vector[]): Vector {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0) / vectors.length;
  return sum;
}

export const subtract = (a: Vector, b: Vector): Vector => a.map((value, i) => value - (b[i] ?? 0));

/** Index of the greatest value; the first of equals. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++)
    if ((values[i] ?? -Infinity) > (values[best] ?? -Infinity)) best = i;
  return best;
}

/** Unit centroid of each label present, in order of label: `[label, centroid]`. */
export function centroids(
  labels: readonly number[],
  vectors: readonly Vector[],
): { label: number; vector: Vector; count: number }[] {
  const members = Map.groupBy(vectors.keys(), (i) => labels[i] ?? 0);
  return [...members]
    .map(([label, own]) => ({
      label,
      vector: unit(mean(own.map((i) => vectors[i] ?? new Float64Array(0)))),
      count: own.length,
    }))
    .sort((a, b) => a.label - b.label);
}
