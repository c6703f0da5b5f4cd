import type { Interval } from '@colloquy/speech';
import { EngineError } from '../engine.error.ts';
import { PcmFile } from '../media/pcm-file.ts';
import { encodeWav } from '../media/wav.ts';
import type {
  AudioSlice,
  EngineInfo,
  Recognition,
  RecognizedWord,
  RecognizeOptions,
  Recognizer,
} from '../ports.ts';
import { garbled, refused, timedOut, unreachable } from './transcription-api.errors.ts';
import {
  languageCode,
  transcriptionResponse,
  wordsFromResponse,
  type TranscriptionResponse,
} from './transcription-response.ts';
import { planUtterances, toRecordingMs } from './utterances.ts';
import { readUtterance, splitLongRegions } from './utterance-audio.ts';

export interface TranscriptionApiOptions {
  /** Up to and including the version: `https://api.openai.com/v1`. */
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  timeoutMs: number;
  /** What to choose when the endpoint cannot be used, for the error: `RECOGNIZER=whisper-small`. */
  nextRung: string | null;
}

/** Eight minutes of WAV are 15 MB; OpenAI takes 25. */
const PLAN = { maxMs: 8 * 60_000, padMs: 500 };
const MAX_RESPONSE_BYTES = 32 << 20;

/**
 * A server that speaks OpenAI's `/audio/transcriptions` with `verbose_json` and word times: OpenAI, Groq, vLLM,
 * speaches, LocalAI. (The AI SDK's OpenAI-compatible provider has no transcription model, so this speaks HTTP itself.)
 * Retrying is the caller's business: errors say whether it can help and how long to wait.
 */
export class TranscriptionApiRecognizer implements Recognizer {
  readonly info: EngineInfo;
  readonly #options: TranscriptionApiOptions;

  constructor(options: TranscriptionApiOptions) {
    this.#options = options;
    this.info = {
      engine: `openai-compatible (${new URL(options.baseUrl).host})`,
      model: options.model,
      version: 'v1',
    };
  }

  async recognize(
    slice: AudioSlice,
    regions: readonly Interval[],
    { language, signal, onProgress, timeoutMs }: RecognizeOptions,
  ): Promise<Recognition> {
    const started = performance.now();
    const file = new PcmFile(slice.pcmPath);
    const words: RecognizedWord[] = [];
    let heard: string | null = null;
    try {
      const utterances = planUtterances(splitLongRegions(file, regions, PLAN.maxMs), slice, PLAN);
      for (const [i, utterance] of utterances.entries()) {
        const response = await this.#request(encodeWav(readUtterance(file, utterance)), {
          language,
          signal,
          timeoutMs,
        });
        heard ??= languageCode(response.language);
        for (const word of wordsFromResponse(response, utterance.durationMs)) {
          const startMs = toRecordingMs(utterance, word.startMs);
          words.push({
            ...word,
            startMs,
            endMs: Math.max(startMs + 1, toRecordingMs(utterance, word.endMs)),
          });
        }
        onProgress?.((i + 1) / utterances.length);
      }
    } finally {
      file.close();
    }
    return { words, language: heard ?? language ?? null, seconds: (performance.now() - started) / 1000 };
  }

  async #request(
    wav: Uint8Array<ArrayBuffer>,
    {
      language,
      signal,
      timeoutMs = this.#options.timeoutMs,
    }: { language: string | undefined; signal: AbortSignal; timeoutMs: number | undefined },
  ): Promise<TranscriptionResponse> {
    const { baseUrl, apiKey, model } = this.#options;
    const patience = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/audio/transcriptions`, {
        method: 'POST',
        body: form(wav, model, language),
        headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
        signal: AbortSignal.any([signal, patience]),
        // The recording goes to the configured address and nowhere else.
        redirect: 'error',
      });
      const text = await limitedText(response);
      if (!response.ok) throw refused(response, text, this.#options);
      const parsed = transcriptionResponse.safeParse(parseJson(text));
      if (!parsed.success) throw garbled(text, this.#options);
      return parsed.data;
    } catch (error) {
      if (error instanceof EngineError) throw error;
      signal.throwIfAborted();
      throw patience.aborted ? timedOut(timeoutMs, this.#options) : unreachable(error, this.#options);
    }
  }
}

function form(wav: Uint8Array<ArrayBuffer>, model: string, language: string | undefined): FormData {
  const data = new FormData();
  data.set('file', new Blob([wav], { type: 'audio/wav' }), 'audio.wav');
  data.set('model', model);
  data.set('response_format', 'verbose_json');
  data.append('timestamp_granularities[]', 'word');
  data.append('timestamp_granularities[]', 'segment');
  // ISO 639-1 is all the protocol knows.
  if (language) data.set('language', language.split('-')[0] ?? language);
  return data;
}

/** A server that never stops sending must not fill our memory. */
async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_RESPONSE_BYTES) throw new Error(`the answer is larger than ${MAX_RESPONSE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
