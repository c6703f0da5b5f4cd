export interface AgglomerativeOptions {
  /** Clusters join while their average similarity is at least this. */
  threshold: number;
  /** Clusters go on joining past the threshold until there are at most this many. */
  maxClusters?: number;
}

/**
 * Average-linkage clustering of a symmetric similarity matrix; −Infinity marks two items that must stay apart, which
 * their clusters inherit. Returns a label per item. O(n³) with a small constant; n is at most a few hundred.
 */
export function agglomerativeClustering(
  similarity: readonly (readonly number[])[],
  { threshold, maxClusters = Infinity }: AgglomerativeOptions,
): number[] {
  const linkage = similarity.map((row) => Float64Array.from(row));
  let clusters = similarity.map((_, i) => ({ id: i, items: [i] }));
  const between = (a: number, b: number) => linkage[a]?.[b] ?? -Infinity;
  while (clusters.length > 1) {
    const pair = nearestPair(clusters, between);
    if (
      !pair ||
      pair.similarity === -Infinity ||
      (pair.similarity < threshold && clusters.length <= maxClusters)
    )
      break;
    const { a, b } = pair;
    for (const other of clusters) {
      if (other === a || other === b) continue;
      const joined =
        (between(a.id, other.id) * a.items.length + between(b.id, other.id) * b.items.length) /
        (a.items.length + b.items.length);
      for (const [i, j] of [
        [a.id, other.id],
        [other.id, a.id],
      ] as const) {
        const row = linkage[i];
        if (row) row[j] = joined;
      }
    }
    a.items.push(...b.items);
    clusters = clusters.filter((cluster) => cluster !== b);
  }
  const labels = new Array<number>(similarity.length).fill(0);
  clusters.forEach(({ items }, label) => items.forEach((item) => (labels[item] = label)));
  return labels;
}

function nearestPair<Cluster extends { id: number }>(
  clusters: readonly Cluster[],
  between: (a: number, b: number) => number,
) {
  let best: { a: Cluster; b: Cluster; similarity: number } | undefined;
  clusters.forEach((a, i) => {
    for (let j = i + 1; j < clusters.length; j++) {
      const b = clusters[j];
      if (!b) continue;
      const similarity = between(a.id, b.id);
      if (!best || similarity > best.similarity) best = { a, b, similarity };
    }
  });
  return best;
}
