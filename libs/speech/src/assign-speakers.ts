import { optimalAssignment } from './optimal-assignment.ts';
import { cosineSimilarity } from './speaker-vector.ts';

export interface Voice {
  label: string;
  /** Speaker embedding; every voice of one call comes from the same model. */
  vector: readonly number[];
}

export interface SpeakerAssignment {
  /** Label of the local speaker. */
  local: string;
  /** Label of the reference it is, or null for a voice not heard before. */
  reference: string | null;
  /** Cosine to that reference; null without one. */
  similarity: number | null;
}

/**
 * Tells which known voice each speaker of a chunk is: the one-to-one assignment of greatest total cosine, pairs below
 * `threshold` excluded. Two local speakers never become one reference, because the diarizer heard them as two.
 */
export function assignSpeakers({
  references,
  local,
  threshold,
}: {
  references: readonly Voice[];
  local: readonly Voice[];
  threshold: number;
}): SpeakerAssignment[] {
  const similarities = local.map((voice) =>
    references.map((reference) => cosineSimilarity(voice.vector, reference.vector)),
  );
  // Whole numbers, because the assignment compares for equality; shifted so that an admissible pair beats none.
  const weight = (similarity: number) =>
    similarity >= threshold ? 1 + Math.round((similarity + 1) * 1e6) : 0;
  const pairs = optimalAssignment(similarities.map((row) => row.map(weight)));
  const found = new Map(pairs.map(({ row, column }) => [row, column]));
  return local.map((voice, row) => {
    const column = found.get(row);
    if (column === undefined) return { local: voice.label, reference: null, similarity: null };
    return {
      local: voice.label,
      reference: references[column]?.label ?? null,
      similarity: similarities[row]?.[column] ?? null,
    };
  });
}
