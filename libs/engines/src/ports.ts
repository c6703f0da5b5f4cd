import type { Interval, RecognizedWord, Turn, Voice } from '@colloquy/speech';

export type { RecognizedWord } from '@colloquy/speech';

/** `[startMs, endMs)` of a 16 kHz mono s16le raw PCM file. */
export interface AudioSlice extends Interval {
  pcmPath: string;
}

export interface RunOptions {
  /** Aborting ends the engine's process within a second; the call rejects with the signal's reason. */
  signal: AbortSignal;
  /** 0 to 1, never falling. */
  onProgress?: (fraction: number) => void;
  /** Past this the engine's process is ended and the call rejects with a transient error. */
  timeoutMs?: number;
}

/** What made a result; stored with it. */
export interface EngineInfo {
  engine: string;
  model: string;
  version: string;
}

export interface RecognizeOptions extends RunOptions {
  /** BCP 47, a hint; engines that know one language ignore it. */
  language?: string;
}

export interface Recognition {
  /** In order; times are absolute in the recording. */
  words: RecognizedWord[];
  /** BCP 47 where the engine tells or knows, else null. */
  language: string | null;
  /** Wall-clock time of the call. */
  seconds: number;
}

/** What was said. Rejects with EngineError. */
export interface Recognizer {
  readonly info: EngineInfo;
  /** `regions`: where speech is, absolute; nothing outside them is transcribed. */
  recognize(slice: AudioSlice, regions: readonly Interval[], options: RecognizeOptions): Promise<Recognition>;
}

export interface LocalSpeaker {
  /** Means something inside one call only; matching to other calls is by `vector`. */
  label: string;
  /** Unit vector of the voice. */
  vector: number[];
  speechMs: number;
  /** The reference the engine itself took the speaker for; `vector` is then that reference's, not the speaker's own. */
  reference?: string;
}

export interface Diarization {
  /** May overlap; absolute times. */
  turns: Turn[];
  /** Speech or no speech; absolute times. */
  regions: Interval[];
  /** In order of first speech; who said too little for a vector has turns only. */
  speakers: LocalSpeaker[];
  /** Wall-clock time of the call. */
  seconds: number;
}

export interface SpeakerEmbedder {
  /** Vectors of different models are never compared. */
  model: string;
  dimensions: number;
  /** Cosine from which two vectors are one voice, for matching chunks of the same recording. */
  similarityThreshold: number;
}

export interface DiarizeOptions extends RunOptions {
  /** How many talk in this slice, when known: no more are found. Found automatically otherwise. */
  expectedSpeakers?: number;
  /** BCP 47, a hint for engines that write down what is said in the same pass. */
  language?: string;
  /** The voices heard before this slice, by this diarizer's embedder; a help for engines that can use it. */
  references?: readonly Voice[];
}

/** Who spoke when. Rejects with EngineError. */
export interface Diarizer {
  readonly info: EngineInfo;
  readonly embedder: SpeakerEmbedder;
  /** Resolves to the verified path of the embedder's model; null where that runs elsewhere. */
  readonly embedderModel: (() => Promise<string>) | null;
  diarize(slice: AudioSlice, options: DiarizeOptions): Promise<Diarization>;
}
