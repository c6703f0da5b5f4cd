import { setTimeout as sleep } from 'node:timers/promises';
import { lengthMs } from '@colloquy/speech';
import { z } from 'zod';
import { failedThere, garbled, timedOut } from '../hosted/hosted-service.errors.ts';
import { ask, type HostedService } from '../hosted/hosted-service.ts';
import { tooManySpeakers } from '../hosted/told-speakers.ts';
import { withRetries } from '../hosted/with-retries.ts';
import { msToSamples, PcmFile } from '../media/pcm-file.ts';
import { encodeWav } from '../media/wav.ts';
import type { AudioSlice, EngineInfo, RunOptions } from '../ports.ts';
import {
  heardIn,
  transcriptAnswer,
  uploaded,
  type Heard,
  type TranscriptAnswer,
} from './assemblyai-answer.ts';

export interface AssemblyAiOptions {
  /** `https://api.assemblyai.com`, or `https://api.eu.assemblyai.com` for the European Union. */
  baseUrl: string;
  apiKey: string;
  /** In order of preference. */
  models: readonly string[];
  pollMs?: number;
  backoffMs?: number;
}

export interface Wishes {
  language: string | undefined;
  speakers: boolean;
  expectedSpeakers: number | undefined;
}

/** Uploading ten minutes over a slow line. */
const UPLOAD_TIMEOUT_MS = 300_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Transcripts kept for a recogniser that asks for what the diarizer heard. */
const KEPT = 8;
/** What is found to be silent is not an error. */
const NOTHING_SAID = /no spoken audio/i;

/**
 * Speech and speakers of a slice by AssemblyAI's API: upload, submit, ask until it is done. Both come in one pass: what
 * was heard with speakers is kept for who asks for the words. (Its SDKs cannot be stopped half-way, follow redirects, or
 * leave out the speakers, so this speaks HTTP itself.)
 */
export class AssemblyAiClient {
  readonly info: EngineInfo;
  readonly #options: AssemblyAiOptions;
  readonly #kept = new Map<string, Heard>();

  constructor(options: AssemblyAiOptions) {
    this.#options = options;
    this.info = {
      engine: `assemblyai (${new URL(options.baseUrl).host})`,
      model: options.models.join(', '),
      version: 'v2',
    };
  }

  /** @param nextRung what to choose when it cannot be used, for the error */
  async hear(
    slice: AudioSlice,
    wishes: Wishes,
    { signal, timeoutMs, nextRung }: RunOptions & { timeoutMs: number; nextRung: string | null },
  ): Promise<Heard> {
    const service = serviceAt(this.#options.baseUrl, nextRung);
    const patience = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await this.#transcribe(service, slice, wishes, AbortSignal.any([signal, patience]));
      const heard = heardIn(answer, slice);
      if (wishes.speakers) this.#keep(slice, heard);
      return heard;
    } catch (error) {
      signal.throwIfAborted();
      throw patience.aborted ? timedOut(timeoutMs, service) : error;
    }
  }

  /** What was heard in the slice with its speakers, once. */
  take(slice: AudioSlice): Heard | undefined {
    const heard = this.#kept.get(keyOf(slice));
    this.#kept.delete(keyOf(slice));
    return heard;
  }

  #keep(slice: AudioSlice, heard: Heard): void {
    this.#kept.set(keyOf(slice), heard);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
  }

  async #transcribe(
    service: HostedService,
    slice: AudioSlice,
    { language, speakers, expectedSpeakers }: Wishes,
    signal: AbortSignal,
  ): Promise<TranscriptAnswer> {
    const { models, backoffMs = 1_000, pollMs = 3_000, apiKey } = this.#options;
    const request = <T>(
      path: string,
      what: { method?: string; body?: string | Uint8Array<ArrayBuffer>; contentType?: string },
      schema: z.ZodType<T>,
      timeoutMs = REQUEST_TIMEOUT_MS,
    ) => {
      const headers = { authorization: apiKey, 'content-type': what.contentType ?? 'application/json' };
      const { method = 'GET', body } = what;
      return withRetries(
        () => ask(service, { path, method, headers, ...(body && { body }) }, schema, { signal, timeoutMs }),
        { signal, backoffMs },
      );
    };

    const { upload_url: audioUrl } = await request(
      '/v2/upload',
      { method: 'POST', body: wavOf(slice), contentType: 'application/octet-stream' },
      uploaded,
      UPLOAD_TIMEOUT_MS,
    );
    const order = {
      audio_url: audioUrl,
      speech_models: models,
      // Of a language it knows the names without a region.
      ...(language ? { language_code: language.split('-')[0] } : { language_detection: true }),
      ...(speakers && { speaker_labels: true }),
      ...(speakers && expectedSpeakers && { speaker_options: { max_speakers_expected: expectedSpeakers } }),
    };
    let answer = await request(
      '/v2/transcript',
      { method: 'POST', body: JSON.stringify(order) },
      transcriptAnswer,
    );
    const path = `/v2/transcript/${answer.id}`;
    try {
      while (answer.status === 'queued' || answer.status === 'processing') {
        await sleep(pollMs, undefined, { signal });
        answer = await request(path, {}, transcriptAnswer);
      }
    } finally {
      // Nothing of the recording stays there; when that fails, it goes by the account's own rules.
      void ask(service, { path, method: 'DELETE', headers: { authorization: apiKey } }, z.unknown(), {
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        timeoutMs: REQUEST_TIMEOUT_MS,
      }).catch(() => undefined);
    }
    if (answer.status === 'completed') {
      if (!answer.words) throw garbled('', service, 'It is completed and has no list of words.');
      const tooMany = tooManySpeakers(answer.words.flatMap(({ speaker }) => speaker ?? []));
      if (tooMany) throw garbled('', service, tooMany);
      return answer;
    }
    const reason = answer.error ?? 'no reason given';
    if (NOTHING_SAID.test(reason)) return { ...answer, words: [] };
    throw failedThere(reason, service);
  }
}

const keyOf = ({ pcmPath, startMs, endMs }: AudioSlice): string => `${startMs}-${endMs} ${pcmPath}`;

function wavOf(slice: AudioSlice): Uint8Array<ArrayBuffer> {
  const file = new PcmFile(slice.pcmPath);
  try {
    const start = msToSamples(slice.startMs);
    return encodeWav(file.read(start, start + msToSamples(lengthMs(slice))));
  } finally {
    file.close();
  }
}

const serviceAt = (url: string, nextRung: string | null): HostedService => ({
  url,
  code: 'ASSEMBLYAI',
  name: 'AssemblyAI service',
  answer: 'what AssemblyAI answers',
  whatIsKnown: 'this address',
  checks: {
    key: 'Check ASSEMBLYAI_API_KEY; keys of the European Union belong to ASSEMBLYAI_BASE_URL=https://api.eu.assemblyai.com.',
    address: 'Check ASSEMBLYAI_BASE_URL.',
    network: 'Check the network and ASSEMBLYAI_BASE_URL.',
    request: 'Check ASSEMBLYAI_MODELS and the recording’s language.',
    answer: 'Check that ASSEMBLYAI_BASE_URL is the address of AssemblyAI’s API.',
  },
  nextRung,
});
