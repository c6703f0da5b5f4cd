import type { Interval, RecognizedWord } from '@colloquy/speech';
import type { AudioSlice, Diarization } from '../ports.ts';

/** Absolute paths of verified model files; see `models/verify-model.ts`. */
export interface DiarizeTaskInput {
  slice: AudioSlice;
  expectedSpeakers: number | null;
  /** Voices heard before the slice, and the cosine from which two are one. */
  known: readonly (readonly number[])[];
  voiceThreshold: number;
  vadModel: string;
  embedderModel: string;
}

export interface SegmentedDiarizeTaskInput extends DiarizeTaskInput {
  segmentationModel: string;
  /** The embedder whose threshold clusters local speakers; see `catalogue.ts`. */
  mergeSimilarity: number;
}

export interface StreamingRecognizeTaskInput {
  slice: AudioSlice;
  regions: readonly Interval[];
  model: { encoder: string; decoder: string; joiner: string; tokens: string };
}

/** `family` says which loader of sherpa-onnx reads `files`; a wrong one ends the process. */
export interface OfflineRecognizeTaskInput {
  slice: AudioSlice;
  regions: readonly Interval[];
  language: string | null;
  model: { family: 'whisper' | 'moonshine' | 'transducer'; files: Readonly<Record<string, string>> };
}

/** Everything an engine process can be asked to do. Plain data in, plain data out. */
export interface HostTasks {
  'detect-speech': { input: { slice: AudioSlice; vadModel: string }; output: Interval[] };
  /** The vector of each voice by where it is heard, in ms of the recording. */
  'embed-voices': {
    input: {
      slice: AudioSlice;
      voices: readonly { stretches: readonly Interval[] }[];
      embedderModel: string;
    };
    output: number[][];
  };
  'diarize-windows': { input: DiarizeTaskInput; output: Omit<Diarization, 'seconds'> };
  'diarize-segmented': { input: SegmentedDiarizeTaskInput; output: Omit<Diarization, 'seconds'> };
  'recognize-streaming': { input: StreamingRecognizeTaskInput; output: RecognizedWord[] };
  'recognize-offline': {
    input: OfflineRecognizeTaskInput;
    output: { words: RecognizedWord[]; language: string | null };
  };
}

export type TaskName = keyof HostTasks;

/** Reports progress and lets the process see that its parent is gone; called often, between pieces of native work. */
export type Breathe = (fraction: number) => Promise<void>;

export type HostRequest = { [T in TaskName]: { task: T; input: HostTasks[T]['input'] } }[TaskName];

export type HostReply =
  | { kind: 'progress'; fraction: number }
  | { kind: 'result'; value: HostTasks[TaskName]['output'] }
  | { kind: 'error'; message: string };
