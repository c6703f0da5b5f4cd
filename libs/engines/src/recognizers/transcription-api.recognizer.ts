import type { Interval } from '@colloquy/speech';
import { ask, type HostedService } from '../hosted/hosted-service.ts';
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

/**
 * A server that speaks OpenAI's `/audio/transcriptions` with `verbose_json` and word times: OpenAI, Groq, vLLM,
 * speaches, LocalAI. (The AI SDK's OpenAI-compatible provider has no transcription model, so this speaks HTTP itself.)
 * Retrying is the caller's business: errors say whether it can help and how long to wait.
 */
export class TranscriptionApiRecognizer implements Recognizer {
  readonly info: EngineInfo;
  readonly #options: TranscriptionApiOptions;
  readonly #service: HostedService;

  constructor(options: TranscriptionApiOptions) {
    this.#options = options;
    this.#service = {
      url: options.baseUrl,
      code: 'TRANSCRIPTION',
      name: 'transcription service',
      answer: 'a transcription',
      whatIsKnown: `the address or the model ${options.model}`,
      checks: {
        key: 'Check TRANSCRIPTION_API_KEY.',
        address: 'Check TRANSCRIPTION_BASE_URL (it ends in /v1 for most servers) and TRANSCRIPTION_MODEL.',
        network: 'Check the network and TRANSCRIPTION_BASE_URL.',
        request: 'Check TRANSCRIPTION_MODEL: it must support verbose_json with word times.',
        answer: 'Check that TRANSCRIPTION_BASE_URL is the address of an OpenAI-compatible API.',
      },
      nextRung: options.nextRung,
    };
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

  #request(
    wav: Uint8Array<ArrayBuffer>,
    {
      language,
      signal,
      timeoutMs = this.#options.timeoutMs,
    }: { language: string | undefined; signal: AbortSignal; timeoutMs: number | undefined },
  ): Promise<TranscriptionResponse> {
    const { apiKey, model } = this.#options;
    const request = {
      path: '/audio/transcriptions',
      method: 'POST',
      body: form(wav, model, language),
      ...(apiKey && { headers: { authorization: `Bearer ${apiKey}` } }),
    };
    return ask(this.#service, request, transcriptionResponse, { signal, timeoutMs });
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
