import { overlapMs, type Interval } from '@colloquy/speech';
import type { AudioSlice, EngineInfo, Recognition, RecognizeOptions, Recognizer } from '../ports.ts';
import type { Heard } from './assemblyai-answer.ts';
import type { AssemblyAiClient } from './assemblyai.client.ts';

/** What was said, by AssemblyAI. Where it told the speakers too, the words came along. */
export class AssemblyAiRecognizer implements Recognizer {
  readonly info: EngineInfo;
  readonly #client: AssemblyAiClient;
  readonly #options: { timeoutMs: number; nextRung: string | null };

  constructor(client: AssemblyAiClient, options: { timeoutMs: number; nextRung: string | null }) {
    this.#client = client;
    this.#options = options;
    this.info = client.info;
  }

  async recognize(
    slice: AudioSlice,
    regions: readonly Interval[],
    { language, ...options }: RecognizeOptions,
  ): Promise<Recognition> {
    const started = performance.now();
    const wishes = { language, speakers: false, expectedSpeakers: undefined };
    const nothing: Heard = { words: [], language: null };
    const heard =
      this.#client.take(slice) ??
      (regions.length === 0
        ? nothing
        : await this.#client.hear(slice, wishes, { ...this.#options, ...options }));
    const inSpeech = heard.words.filter((word) => regions.some((region) => overlapMs(region, word) > 0));
    return {
      words: inSpeech.map(({ text, startMs, endMs, confidence }) => ({ text, startMs, endMs, confidence })),
      language: heard.language ?? language ?? null,
      seconds: (performance.now() - started) / 1000,
    };
  }
}
