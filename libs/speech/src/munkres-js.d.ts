declare module 'munkres-js' {
  /** Pairs `[row, column]` of the cheapest assignment; a rectangular matrix leaves the surplus unassigned. */
  export default function munkres(cost: number[][]): [row: number, column: number][];
}
