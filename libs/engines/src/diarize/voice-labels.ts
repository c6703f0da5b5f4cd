import { argmax, centroids, dot, type Vector } from './vector.ts';

/** A voice heard in fewer windows than this (2 s) is given to its neighbours. */
const MIN_CLUSTER_WINDOWS = 4;

/** Gives the windows of the smallest cluster to their nearest others, until every cluster is long enough to be a person. */
export function dropSmall(labels: readonly number[], vectors: readonly Vector[]): number[] {
  let current = [...labels];
  for (;;) {
    const voices = centroids(current, vectors);
    const smallest = voices.reduce(
      (least, voice) => (voice.count < least.count ? voice : least),
      voices[0] ?? { label: 0, count: Infinity, vector: new Float64Array(0) },
    );
    if (voices.length < 2 || smallest.count >= MIN_CLUSTER_WINDOWS) return current;
    const others = voices.filter((voice) => voice !== smallest);
    current = current.map((label, i) => {
      const vector = vectors[i];
      return label === smallest.label && vector
        ? (others[argmax(others.map((voice) => dot(voice.vector, vector)))]?.label ?? label)
        : label;
    });
  }
}

/** Labels renumbered in order of first appearance. */
export function relabel(labels: readonly number[]): number[] {
  const order = [...new Set(labels)];
  return labels.map((label) => order.indexOf(label));
}
