/** What cosines of an embedder's vectors mean, measured on held-out people. */
export interface VoiceCalibration {
  /** Odds that two voices are one person: `1 / (1 + exp(-slope · (cosine - middle)))`. */
  middle: number;
  slope: number;
  /** Confidence from which a speaker is asked about. */
  maybe: number;
  /** Confidence from which a speaker is assigned. */
  sure: number;
  /** Confidence from which an assigned speaker's voice joins the profile by itself. */
  enrol: number;
}

const BARS = { maybe: 0.5, sure: 0.95, enrol: 0.99 };

/** The small embedder that comes with Colloquy; what it finds is a draft. */
const DRAFT_MODEL = 'speaker-96';

const CALIBRATIONS: Readonly<Record<string, VoiceCalibration>> = {
  [DRAFT_MODEL]: { middle: 0.62, slope: 22, ...BARS },
};

/** For embedders that nobody has measured here: only what is very alike counts, and nothing joins by itself. */
const CAUTIOUS: VoiceCalibration = { ...BARS, middle: 0.7, slope: 22, enrol: 1 };

export const calibrationOf = (model: string): VoiceCalibration => CALIBRATIONS[model] ?? CAUTIOUS;

/** Whether what a model finds is a draft. */
export const isDraftVoiceModel = (model: string): boolean => model === DRAFT_MODEL;
