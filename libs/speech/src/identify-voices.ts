import { optimalAssignment } from './optimal-assignment.ts';
import { cosineSimilarity } from './speaker-vector.ts';
import type { VoiceCalibration } from './voice-calibration.ts';

/** A voice of one recording; all of one call are by one embedder. */
export interface UnknownVoice {
  label: string;
  vector: readonly number[];
  speechMs: number;
  /** Persons whom somebody has said this is not. */
  notThese?: readonly string[];
}

/** A person with the centroid of their voice. */
export interface KnownVoice {
  profileId: string;
  vector: readonly number[];
}

export interface VoiceCandidate {
  profileId: string;
  similarity: number;
  /** 0 to 1; over all persons and nobody they add up to 1. */
  confidence: number;
}

export interface VoiceIdentification {
  label: string;
  outcome: 'sure' | 'maybe' | 'unknown';
  /** Who it is or may be; null when unknown. */
  best: VoiceCandidate | null;
  /** Others, likeliest first. */
  alternatives: VoiceCandidate[];
  /** Whether the voice may join the person's profile by itself. */
  enrols: boolean;
}

/** Less speech says too little to be sure, however alike it sounds. */
export const MIN_SURE_MS = 5_000;
const MIN_ENROL_MS = 15_000;
const MAX_ALTERNATIVES = 3;
/** Below this a candidate is not worth a name. */
const MIN_ALTERNATIVE = 0.05;

/**
 * Tells which known person each voice of a recording is, or that it is nobody known (open set).
 *
 * A cosine becomes odds by the embedder's calibration; persons compete with each other and with "nobody":
 * `P(person) = odds(person) / (1 + Σ odds)`. Two people who sound alike thus take confidence from each other. One
 * recording's voices never become one person: the assignment of greatest total confidence decides.
 */
export function identifyVoices(
  voices: readonly UnknownVoice[],
  known: readonly KnownVoice[],
  calibration: VoiceCalibration,
): VoiceIdentification[] {
  const candidates = voices.map((voice) => candidatesOf(voice, known, calibration));
  const weights = candidates.map((row) =>
    known.map(({ profileId }) => {
      const confidence = row.find((one) => one.profileId === profileId)?.confidence ?? 0;
      // Whole numbers, because the assignment compares for equality.
      return confidence >= calibration.maybe ? 1 + Math.round(confidence * 1e6) : 0;
    }),
  );
  const assigned = new Map(
    optimalAssignment(weights).map(({ row, column }) => [row, known[column]?.profileId]),
  );
  return voices.map(({ label, speechMs }, row) => {
    const own = candidates[row] ?? [];
    const best = own.find(({ profileId }) => profileId === assigned.get(row)) ?? null;
    const alternatives = own
      .filter((one) => one !== best && one.confidence >= MIN_ALTERNATIVE)
      .slice(0, MAX_ALTERNATIVES);
    if (!best) return { label, outcome: 'unknown', best, alternatives, enrols: false };
    const isSure = best.confidence >= calibration.sure && speechMs >= MIN_SURE_MS;
    const enrols = isSure && best.confidence >= calibration.enrol && speechMs >= MIN_ENROL_MS;
    return { label, outcome: isSure ? 'sure' : 'maybe', best, alternatives, enrols };
  });
}

/** Likeliest first. */
function candidatesOf(
  { vector, notThese = [] }: UnknownVoice,
  known: readonly KnownVoice[],
  { slope, middle }: VoiceCalibration,
): VoiceCandidate[] {
  const scored = known
    .filter(({ profileId }) => !notThese.includes(profileId))
    .map(({ profileId, vector: centroid }) => {
      const similarity = cosineSimilarity(vector, centroid);
      return { profileId, similarity, odds: Math.exp(slope * (similarity - middle)) };
    });
  const total = scored.reduce((sum, { odds }) => sum + odds, 1);
  return scored
    .map(({ profileId, similarity, odds }) => ({ profileId, similarity, confidence: odds / total }))
    .toSorted((a, b) => b.confidence - a.confidence);
}
