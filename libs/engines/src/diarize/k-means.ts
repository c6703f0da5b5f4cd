/** Always the same sequence, so that a recording processed twice gives the same speakers. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** k-means++ on rows of `k` leading coordinates, the best of 8 starts. Returns a label per row, 0…k−1. */
export function kMeans(rows: readonly Float64Array[], k: number, starts = 8, iterations = 40): number[] {
  const random = seededRandom(7);
  const points = rows.map((row) => row.slice(0, k));
  let best: { error: number; labels: number[] } | undefined;
  for (let start = 0; start < starts; start++) {
    let centres = spreadOut(points, k, random);
    let labels: number[] = [];
    for (let i = 0; i < iterations; i++) {
      labels = points.map((point) => nearest(point, centres).index);
      const moved = centres.map(
        (centre, label) => centreOf(points.filter((_, j) => labels[j] === label)) ?? centre,
      );
      const still = moved.every((centre, label) => distance(centre, centres[label] ?? centre) <= 1e-12);
      centres = moved;
      if (still) break;
    }
    const error = points.reduce(
      (total, point, j) => total + distance(point, centres[labels[j] ?? 0] ?? point),
      0,
    );
    if (!best || error < best.error) best = { error, labels };
  }
  return best?.labels ?? [];
}

/** First centres far apart: each next one drawn with probability proportional to its squared distance. */
function spreadOut(points: readonly Float64Array[], k: number, random: () => number): Float64Array[] {
  const centres = [points[Math.floor(random() * points.length)] ?? new Float64Array(k)];
  while (centres.length < k) {
    const weights = points.map((point) => nearest(point, centres).distance + 1e-12);
    let ticket = random() * weights.reduce((total, weight) => total + weight, 0);
    let i = 0;
    while (i < points.length - 1 && (ticket -= weights[i] ?? 0) > 0) i++;
    centres.push(points[i] ?? new Float64Array(k));
  }
  return centres;
}

function nearest(point: Float64Array, centres: readonly Float64Array[]): { index: number; distance: number } {
  let best = { index: 0, distance: Infinity };
  centres.forEach((centre, index) => {
    const away = distance(point, centre);
    if (away < best.distance) best = { index, distance: away };
  });
  return best;
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}

function centreOf(points: readonly Float64Array[]): Float64Array | undefined {
  const first = points[0];
  if (!first) return undefined;
  return first.map((_, x) => points.reduce((total, point) => total + (point[x] ?? 0), 0) / points.length);
}
