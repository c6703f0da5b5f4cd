export { scratchDir, speechEnv, type SpeechEnv } from './env.ts';
export { EngineError, type EngineErrorDetails } from './engine.error.ts';
export type {
  AudioSlice,
  Diarization,
  DiarizeOptions,
  Diarizer,
  EngineInfo,
  LocalSpeaker,
  Recognition,
  RecognizedWord,
  RecognizeOptions,
  Recognizer,
  RunOptions,
  SpeakerEmbedder,
} from './ports.ts';
export { inspectEngines, openEngines, type EngineRung, type SpeechEngines } from './ladder/open-engines.ts';
export type { EngineKind, RungLevel } from './ladder/rung.ts';
export { probeAudio, type AudioProbe } from './media/probe-audio.ts';
export { sweepScratch, withScratchFolder } from './scratch.ts';
export { decodeAudio, type DecodeOptions } from './media/decode-audio.ts';
export { runProcess, type ProcessResult, type ProcessRun } from './media/run-process.ts';
