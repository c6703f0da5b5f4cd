export {
  byStart,
  lengthMs,
  mergeIntervals,
  mergeTurns,
  overlapMs,
  speakerLabel,
  type Interval,
  type Turn,
} from './timeline.ts';
export { planChunks } from './plan-chunks.ts';
export { cosineSimilarity, hasDirection, meanVector } from './speaker-vector.ts';
export {
  identifyVoices,
  MIN_SURE_MS,
  type KnownVoice,
  type UnknownVoice,
  type VoiceCandidate,
  type VoiceIdentification,
} from './identify-voices.ts';
export { bornOut, likenessToOthers, voiceCentroid, type VoiceEvidence } from './voice-evidence.ts';
export { calibrationOf, isDraftVoiceModel, type VoiceCalibration } from './voice-calibration.ts';
export { assignSpeakers, type SpeakerAssignment, type Voice } from './assign-speakers.ts';
export { optimalAssignment } from './optimal-assignment.ts';
export {
  segmentsFromWords,
  type RecognizedWord,
  type SegmentOptions,
  type SpokenSegment,
} from './segments-from-words.ts';
export { parseRttm } from './rttm.ts';
export {
  diarizationErrorRate,
  totalDiarizationError,
  type DiarizationError,
  type DiarizationScoring,
} from './diarization-error-rate.ts';
export {
  concatenatedWordErrorRate,
  totalWordErrors,
  wordErrorRate,
  type WordErrors,
} from './word-error-rate.ts';
