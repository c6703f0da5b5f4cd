/** The part of sherpa-onnx-node 1.13.8 used here; the package ships JSDoc only. */
declare module 'sherpa-onnx-node' {
  interface Waveform {
    samples: Float32Array;
    sampleRate: number;
  }
  interface OnlineStream {
    acceptWaveform(waveform: Waveform): void;
    inputFinished(): void;
  }
  interface OfflineStream {
    acceptWaveform(waveform: Waveform): void;
  }
  interface OfflineResult {
    text: string;
    lang?: string;
    tokens: string[];
    timestamps: number[];
    durations?: number[];
    ys_log_probs?: number[];
    /** Whisper's own, with `enableSegmentTimestamps`: seconds, one entry per segment each. */
    segment_texts?: string[];
    segment_timestamps?: number[];
    segment_durations?: number[];
  }
  class Vad {
    constructor(config: object, bufferSizeInSeconds: number);
    acceptWaveform(samples: Float32Array): void;
    isEmpty(): boolean;
    front(enableExternalBuffer?: boolean): { start: number; samples: Float32Array };
    pop(): void;
    flush(): void;
  }
  class SpeakerEmbeddingExtractor {
    constructor(config: object);
    readonly dim: number;
    createStream(): OnlineStream;
    compute(stream: OnlineStream, enableExternalBuffer?: boolean): Float32Array;
  }
  class OfflineSpeakerDiarization {
    constructor(config: object);
    /** Seconds, speakers numbered from 0. */
    process(samples: Float32Array): { start: number; end: number; speaker: number }[];
  }
  class OnlineRecognizer {
    constructor(config: object);
    createStream(): OnlineStream;
    isReady(stream: OnlineStream): boolean;
    decode(stream: OnlineStream): void;
    isEndpoint(stream: OnlineStream): boolean;
    reset(stream: OnlineStream): void;
    getResult(stream: OnlineStream): {
      text: string;
      tokens: string[];
      timestamps: number[];
      ys_probs?: number[];
    };
  }
  class OfflineRecognizer {
    constructor(config: object);
    createStream(): OfflineStream;
    decode(stream: OfflineStream): void;
    getResult(stream: OfflineStream): OfflineResult;
  }
}
