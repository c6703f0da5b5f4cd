interface Stretch {
  startMs: number;
  endMs: number;
}

/** How long two stretches coincide; below 0 how far they are apart. */
export const commonMs = (a: Stretch, b: Stretch): number =>
  Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
