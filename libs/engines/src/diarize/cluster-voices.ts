import { spectralClustering } from './spectral-clustering.ts';
import { argmax, centroids, dot, mean, subtract, unit, type Vector } from './vector.ts';
import { dropSmall, relabel } from './voice-labels.ts';

/** The eigen decomposition is cubic: more windows than this are clustered through an even sample. */
const MAX_SAMPLE = 240;
/** Fewer windows than this cannot tell voices apart. */
const MIN_WINDOWS = 6;
/** Clusters nearer than this are one voice: sure of two or more, or two forced where one fitted best. */
const MERGE_CONFIDENT = 0.7;
const MERGE_FORCED = 0.55;

/**
 * Which voice each window is: labels 0…K−1 for unit vectors in order of time. The number of voices is found unless
 * `count` fixes it. Clusters are found on vectors with the recording's mean removed (what all voices share: room,
 * microphone) and compared without that, where a cosine means the same in every recording.
 */
export function clusterVoices(vectors: readonly Vector[], count?: number): number[] {
  if (vectors.length < MIN_WINDOWS || count === 1) return vectors.map(() => 0);
  const common = mean(vectors);
  const centred = vectors.map((vector) => unit(subtract(vector, common)));
  const sample = evenSample(vectors.length);
  const pick = <T>(from: readonly T[]) => sample.flatMap((i) => from[i] ?? []);
  const { labels: found, confident } = spectralClustering(
    pick(centred),
    count === undefined ? undefined : Math.min(count, sample.length - 1),
  );
  if (count !== undefined) return relabel(spread(found, pick(centred), centred));

  const threshold = confident ? MERGE_CONFIDENT : MERGE_FORCED;
  const merged = mergeNear(found, pick(vectors), threshold);
  const all = vectors.length > sample.length ? spread(merged, pick(centred), centred) : merged;
  return relabel(mergeNear(dropSmall(all, vectors), vectors, threshold));
}

function evenSample(length: number): number[] {
  if (length <= MAX_SAMPLE) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: MAX_SAMPLE }, (_, i) => Math.floor(((i + 0.5) * length) / MAX_SAMPLE));
}

/** Gives every vector the label of the nearest centroid of the labelled sample. */
function spread(labels: readonly number[], sample: readonly Vector[], vectors: readonly Vector[]): number[] {
  if (sample.length === vectors.length) return [...labels];
  const voices = centroids(labels, sample);
  return vectors.map(
    (vector) => voices[argmax(voices.map((voice) => dot(voice.vector, vector)))]?.label ?? 0,
  );
}

/** Joins the two nearest clusters while their centroids' cosine exceeds `threshold`. */
function mergeNear(labels: readonly number[], vectors: readonly Vector[], threshold: number): number[] {
  let current = [...labels];
  for (;;) {
    const voices = centroids(current, vectors);
    let best: { similarity: number; keep: number; drop: number } | undefined;
    for (const [i, a] of voices.entries()) {
      for (const b of voices.slice(i + 1)) {
        const similarity = dot(a.vector, b.vector);
        if (similarity > (best?.similarity ?? threshold)) best = { similarity, keep: a.label, drop: b.label };
      }
    }
    if (!best) return current;
    const { keep, drop } = best;
    current = current.map((label) => (label === drop ? keep : label));
  }
}
