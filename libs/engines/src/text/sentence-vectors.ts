/** A text as weighted terms. */
export type TermVector = ReadonlyMap<string, number>;

/** Vectors whose product is greater say the same, whoever says it again. */
export const SAME = 0.95;

/** Terms of many sentences tell little: log(1 + sentences / (1 + sentences with the term)). */
export function inverseSentenceFrequency(
  counts: readonly Record<string, number>[],
): (term: string) => number {
  const containing = new Map<string, number>();
  for (const terms of counts)
    for (const term of Object.keys(terms)) containing.set(term, (containing.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + counts.length / (1 + (containing.get(term) ?? 0)));
}

/** (1 + log count) · weight of each term, of length 1. */
export function unitVector(terms: Record<string, number>, weigh: (term: string) => number): TermVector {
  return scale(
    new Map(Object.entries(terms).map(([term, count]) => [term, (1 + Math.log(count)) * weigh(term)])),
  );
}

export function meanVector(vectors: readonly TermVector[]): TermVector {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, value] of vector) sum.set(term, (sum.get(term) ?? 0) + value);
  return scale(sum);
}

export function dot(a: TermVector, b: TermVector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, value] of small) sum += value * (large.get(term) ?? 0);
  return sum;
}

/** Each value as a share of the greatest. */
export function toUnit(values: readonly number[]): number[] {
  const most = values.reduce((x, y) => Math.max(x, y), 0);
  return most > 0 ? values.map((value) => value / most) : Array.from(values);
}

function scale(vector: TermVector): TermVector {
  const norm = Math.hypot(...vector.values());
  return norm > 0 ? new Map(Array.from(vector, ([term, value]) => [term, value / norm])) : vector;
}
