import { recallVoices } from './recall-voices.ts';
import { argmax, centroids, dot, unit, type Vector } from './vector.ts';

/** What was heard before a slice, and how many may talk in it. */
export interface KnownVoices {
  known: readonly (readonly number[])[];
  /** Cosine from which two voices are one. */
  threshold: number;
  expectedSpeakers: number | null;
}

/**
 * Corrects a slice's clusters by the voices heard before it: clusters that are the same known voice become one, and
 * known voices that say too little for a cluster of their own are found among the windows of others.
 */
export function withKnownVoices(
  labels: readonly number[],
  vectors: readonly Vector[],
  { known, threshold, expectedSpeakers }: KnownVoices,
): number[] {
  const joined = joinSame(labels, vectors, known, threshold);
  const room = (expectedSpeakers ?? Infinity) - new Set(joined).size;
  return recallVoices(joined, vectors, known, { threshold, room });
}

/** Somebody who talks long enough is cut in two by clustering; what was heard of them before tells that they are one. */
function joinSame(
  labels: readonly number[],
  vectors: readonly Vector[],
  known: readonly (readonly number[])[],
  threshold: number,
): number[] {
  const references = known.map((vector) => unit(vector));
  const first = new Map<number, number>();
  const joined = new Map<number, number>();
  for (const { label, vector } of centroids(labels, vectors)) {
    const likeness = references.map((reference) => dot(reference, vector));
    const nearest = argmax(likeness);
    if ((likeness[nearest] ?? -1) < threshold) continue;
    const same = first.get(nearest);
    if (same === undefined) first.set(nearest, label);
    else joined.set(label, same);
  }
  return labels.map((label) => joined.get(label) ?? label);
}
