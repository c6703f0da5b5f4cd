import munkres from 'munkres-js';

/**
 * The one-to-one assignment of rows to columns with the greatest total weight (Kuhn–Munkres).
 * `weights[row][column]` ≥ 0; pairs of weight 0 are left unassigned.
 */
export function optimalAssignment(
  weights: readonly (readonly number[])[],
): { row: number; column: number; weight: number }[] {
  // What nothing can be assigned to costs time by the cube of its number.
  const rows = [...weights.keys()].filter((row) => weights[row]?.some((weight) => weight > 0));
  const columns = [...(weights[0]?.keys() ?? [])].filter((column) =>
    rows.some((row) => (weights[row]?.[column] ?? 0) > 0),
  );
  if (rows.length === 0) return [];
  const weightOf = (row: number, column: number) => weights[row]?.[column] ?? 0;
  const greatest = rows.reduce(
    (most, row) => columns.reduce((m, c) => Math.max(m, weightOf(row, c)), most),
    0,
  );
  const cost = rows.map((row) => columns.map((column) => greatest - weightOf(row, column)));
  return munkres(cost)
    .map(([r, c]) => {
      const [row = 0, column = 0] = [rows[r], columns[c]];
      return { row, column, weight: weightOf(row, column) };
    })
    .filter(({ weight }) => weight > 0);
}
