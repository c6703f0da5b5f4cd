import { kMeans } from './k-means.ts';
import { symmetricEigen } from './symmetric-eigen.ts';
import { dot, type Vector } from './vector.ts';

/** Widths of the neighbour graph that are tried, from 3 to a quarter of all points. */
const WIDTHS = 10;
const WIDEST = 0.25;
const MAX_CLUSTERS = 8;

export interface SpectralClustering {
  labels: number[];
  /** False when a single cluster fitted best and two or more were forced. */
  confident: boolean;
}

/**
 * Auto-tuning spectral clustering (NME-SC; Park et al., "Auto-Tuning Spectral Clustering for Speaker Diarization Using
 * Normalized Maximum Eigengap", 2019, as in NVIDIA NeMo): cosine k-nearest-neighbour graphs of several widths p,
 * unnormalised Laplacian; the width with the smallest (p/N) / (eigengap / λmax) wins and its eigengap says how many.
 * `vectors` are unit vectors; `count` fixes the number of clusters.
 */
export function spectralClustering(vectors: readonly Vector[], count?: number): SpectralClustering {
  const neighbours = rankNeighbours(vectors);
  const spectra = widths(vectors.length).map((width) => ({
    width,
    ...symmetricEigen(laplacian(neighbours, width)),
  }));
  const fit = (fewest: number) =>
    spectra
      .map((spectrum) => ({ ...spectrum, ...eigengap(spectrum, fewest, count) }))
      .reduce((best, other) => (other.ratio < best.ratio ? other : best));
  const free = fit(1);
  const chosen = count === undefined && free.clusters < 2 ? fit(2) : free;
  return {
    labels: kMeans(chosen.vectors, chosen.clusters),
    confident: count !== undefined || free.clusters >= 2,
  };
}

function widths(points: number): number[] {
  const widest = Math.max(4, WIDEST * points);
  return [
    ...new Set(Array.from({ length: WIDTHS }, (_, i) => Math.round(3 + ((widest - 3) * i) / (WIDTHS - 1)))),
  ];
}

/** For each point, all points from the most to the least similar, itself first. */
function rankNeighbours(vectors: readonly Vector[]): number[][] {
  return vectors.map((vector) => {
    const similarity = vectors.map((other) => dot(vector, other));
    return [...similarity.keys()].sort((a, b) => (similarity[b] ?? 0) - (similarity[a] ?? 0));
  });
}

function laplacian(neighbours: readonly number[][], width: number): Float64Array[] {
  const matrix = neighbours.map(() => new Float64Array(neighbours.length));
  const add = (i: number, j: number) => {
    const row = matrix[i];
    if (row) row[j] = (row[j] ?? 0) - 0.5;
  };
  neighbours.forEach((ranked, i) =>
    ranked.slice(0, width).forEach((j) => {
      add(i, j);
      add(j, i);
    }),
  );
  matrix.forEach((row, i) => {
    row[i] = 0;
    row[i] = -row.reduce((total, weight) => total + weight, 0);
  });
  return matrix;
}

function eigengap(
  { width, values }: { width: number; values: number[] },
  fewest: number,
  count?: number,
): { clusters: number; ratio: number } {
  const gapAfter = (k: number) => (values[k] ?? 0) - (values[k - 1] ?? 0);
  let clusters = count ?? fewest;
  if (count === undefined) {
    for (let k = fewest; k <= MAX_CLUSTERS && k < values.length; k++)
      if (gapAfter(k) > gapAfter(clusters)) clusters = k;
  }
  const normalizedGap = gapAfter(clusters) / ((values.at(-1) ?? 0) + 1e-10);
  return { clusters, ratio: width / values.length / (normalizedGap + 1e-10) };
}
