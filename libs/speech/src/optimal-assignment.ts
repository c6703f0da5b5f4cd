import munkres from 'munkres-js';

/**
 * The one-to-one assignment of rows to columns with the greatest total weight (Kuhn–Munkres).
 * `weights[row][column]` ≥ 0; pairs of weight 0 are left unassigned.
 */
export function optimalAssignment(
  weights: readonly (readonly number[])[],
): { row: number; column: number; weight: number }[] {
  const columns = weights[0]?.length ?? 0;
  if (weights.length === 0 || columns === 0) return [];
  const greatest = Math.max(...weights.flat());
  const cost = weights.map((row) => row.map((weight) => greatest - weight));
  return munkres(cost)
    .map(([row, column]) => ({ row, column, weight: weights[row]?.[column] ?? 0 }))
    .filter(({ weight }) => weight > 0);
}
