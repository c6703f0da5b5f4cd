import { centroids, dot, unit, type Vector } from './vector.ts';

/** A window of 1.25 s is less like its voice than a minute of it is. */
const WINDOW_SHARE = 0.75;
/** A window leaves its cluster only for a voice that fits better by this much. */
const MARGIN = 0.1;
/** Fewer windows (2 s) are chance. */
const MIN_WINDOWS = 3;

/**
 * Finds voices heard before in a slice where they say too little to make a cluster of their own: windows that are much
 * more like a known voice, for which no cluster stands, than like the cluster they were put into.
 * @param threshold cosine from which two voices are one
 * @param room how many more voices there may be
 */
export function recallVoices(
  labels: readonly number[],
  vectors: readonly Vector[],
  known: readonly (readonly number[])[],
  { threshold, room = Infinity }: { threshold: number; room?: number },
): number[] {
  const voices = centroids(labels, vectors);
  const missing = known
    .map((vector) => unit(vector))
    .filter((vector) => voices.every((voice) => dot(voice.vector, vector) < threshold));
  const own = new Map(voices.map(({ label, vector }) => [label, vector]));
  const recalled = vectors.map((vector, i) => {
    const cluster = own.get(labels[i] ?? 0);
    const likeOwn = cluster ? dot(cluster, vector) : -1;
    let best = { voice: -1, likeness: Math.max(threshold * WINDOW_SHARE, likeOwn + MARGIN) };
    missing.forEach((voice, index) => {
      const likeness = dot(voice, vector);
      if (likeness > best.likeness) best = { voice: index, likeness };
    });
    return best.voice;
  });
  const windows = Map.groupBy(recalled.keys(), (i) => recalled[i] ?? -1);
  const heard = [...windows]
    .filter(([voice, ofIt]) => voice >= 0 && ofIt.length >= MIN_WINDOWS)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, Math.max(0, room))
    .map(([voice]) => voice);
  const next = Math.max(-1, ...labels) + 1;
  return labels.map((label, i) => {
    const place = heard.indexOf(recalled[i] ?? -1);
    return place < 0 ? label : next + place;
  });
}
