/**
 * From which mean cosine on voices of different recordings are one person's: as the embedders are calibrated for the
 * pieces of one recording. Those that are not known get the strictest.
 */
const THRESHOLDS: Readonly<Record<string, number>> = {
  'speaker-96': 0.6,
  'titanet-large': 0.55,
  'titanet-small': 0.55,
  'wespeaker-resnet34': 0.5,
};
const OTHERS = 0.75;

export const voiceThreshold = (model: string): number => THRESHOLDS[model] ?? OTHERS;
