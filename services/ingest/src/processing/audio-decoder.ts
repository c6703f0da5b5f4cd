/** Turns any audio file into 16 kHz mono s16le at `pcmPath`. Rejects with EngineError. */
export type AudioDecoder = (
  inputPath: string,
  pcmPath: string,
  options: {
    signal: AbortSignal;
    maxDurationMs: number;
    onProgress?: (fraction: number) => void;
    durationMs?: number;
  },
) => Promise<{ durationMs: number }>;
