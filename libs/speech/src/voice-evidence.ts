import { cosineSimilarity, meanVector } from './speaker-vector.ts';
import type { VoiceCalibration } from './voice-calibration.ts';

/** Speech of one person as one embedder hears it. */
export interface VoiceEvidence {
  vector: readonly number[];
  speechMs: number;
}

/** More speech says little more about a voice: a long sample must not outweigh everything else. */
const FULL_WEIGHT_MS = 60_000;

const weightOf = ({ speechMs }: VoiceEvidence): number => Math.min(Math.max(speechMs, 1), FULL_WEIGHT_MS);

/** The voice that samples of one model have in common: a unit vector. */
export const voiceCentroid = (samples: readonly VoiceEvidence[]): number[] =>
  meanVector(
    samples.map(({ vector }) => vector),
    samples.map(weightOf),
  );

/**
 * How alike each sample is to the others of its person, the sample itself left out: a stray one must not vouch for
 * itself. Null where there is no other.
 */
export function likenessToOthers(samples: readonly VoiceEvidence[]): (number | null)[] {
  if (samples.length < 2) return samples.map(() => null);
  const weighted = samples.map((sample) => {
    const weight = weightOf(sample);
    return meanVector([sample.vector]).map((value) => value * weight);
  });
  const total = new Array<number>(weighted[0]?.length ?? 0).fill(0);
  for (const own of weighted) own.forEach((value, i) => (total[i] = (total[i] ?? 0) + value));
  return weighted.map((own) => {
    const others = total.map((value, i) => value - (own[i] ?? 0));
    return cosineSimilarity(own, others);
  });
}

/**
 * Which voices may stand beside those that people gave: one after the other, the most alike first, each by the bar for
 * joining by itself, measured against all that stand there by then, or against one that was given: another one may be of
 * another room, or a mistake. All are of one model and dimension.
 * @returns of each that joined, in their order
 */
export function bornOut(
  given: readonly VoiceEvidence[],
  joined: readonly VoiceEvidence[],
  { slope, middle, enrol }: VoiceCalibration,
): boolean[] {
  const standing = [...given];
  const open = new Set(joined);
  const toOne = new Map(
    joined.map((voice) => [
      voice,
      Math.max(...given.map(({ vector }) => cosineSimilarity(voice.vector, vector))),
    ]),
  );
  while (standing.length > 0 && open.size > 0) {
    const centroid = voiceCentroid(standing);
    const likeness = (voice: VoiceEvidence): number =>
      Math.max(cosineSimilarity(voice.vector, centroid), toOne.get(voice) ?? -1);
    const [next] = Array.from(open, (voice) => ({ voice, similarity: likeness(voice) })).toSorted(
      (a, b) => b.similarity - a.similarity,
    );
    if (!next || 1 / (1 + Math.exp(-slope * (next.similarity - middle))) < enrol) break;
    open.delete(next.voice);
    standing.push(next.voice);
  }
  return joined.map((voice) => !open.has(voice));
}
