import {
  lengthMs,
  mergeTurns,
  overlapMs,
  planChunks,
  type Interval,
  type Turn,
  type Voice,
} from '@colloquy/speech';
import { totalMs } from '../../diarize/local-activity.ts';
import { failedThere, garbled, timedOut } from '../../hosted/hosted-service.errors.ts';
import { ask, type HostedService } from '../../hosted/hosted-service.ts';
import { withRetries } from '../../hosted/with-retries.ts';
import type { EngineHost } from '../../host/engine-host.ts';
import { BYTES_PER_SAMPLE, msToSamples, PcmFile, SAMPLE_RATE } from '../../media/pcm-file.ts';
import { encodeWav } from '../../media/wav.ts';
import { sileroModel } from '../../models/bundled.ts';
import type {
  AudioSlice,
  Diarization,
  DiarizeOptions,
  Diarizer,
  EngineInfo,
  SpeakerEmbedder,
} from '../../ports.ts';
import { endpointResponse, problemOf, turnsOf, voiceOf, type Prediction } from './endpoint-answer.ts';
import { JoinedVoices } from './joined-voices.ts';

export interface EndpointDiarizerOptions {
  /** `https://<workspace>/serving-endpoints/<name>/invocations`. */
  url: string;
  token?: string | undefined;
  embedder: SpeakerEmbedder;
  /** Whether audio is cut, at silences, into parts small enough for the service. */
  chunking: boolean;
  timeoutMs: number;
  /** What to choose when the endpoint cannot be used, for the error: `DIARIZER=embedded`. */
  nextRung: string | null;
  /** Databricks ends a request after 297 s. */
  requestTimeoutMs?: number;
  maxRequestBytes?: number;
  backoffMs?: number;
}

/** What Databricks takes. */
const MAX_REQUEST_BYTES = 16_000_000;
/** Of a request; the rest is for reference embeddings: eighty vectors of 512 numbers in 16 MB. */
const AUDIO_SHARE = 15 / 16;
const BYTES_PER_MS = ((SAMPLE_RATE * BYTES_PER_SAMPLE) / 1000) * (4 / 3);
/** A part ends at the best silence, up to a quarter later than planned. */
const PLANNED_SHARE = 0.8;
const DETECTION_SHARE = 0.05;

/**
 * Who spoke when by a model behind Databricks model serving, or any server that speaks its protocol (MLflow's
 * `dataframe_records` in, `predictions` out): audio as base64 with the voices heard so far, labels and their voices back.
 * Where speech is, is found here.
 */
export class EndpointDiarizer implements Diarizer {
  readonly info: EngineInfo;
  readonly embedder: SpeakerEmbedder;
  readonly embedderModel = null;
  readonly #host: EngineHost;
  readonly #options: EndpointDiarizerOptions;
  readonly #service: HostedService;

  constructor(host: EngineHost, options: EndpointDiarizerOptions) {
    const { host: address, pathname } = new URL(options.url);
    const name = /serving-endpoints\/([^/]+)/.exec(pathname)?.[1];
    this.info = {
      engine: `model serving (${address})`,
      model: name ?? options.embedder.model,
      version: 'v1',
    };
    this.embedder = options.embedder;
    this.#host = host;
    this.#options = options;
    this.#service = {
      url: options.url,
      code: 'DIARIZATION',
      name: 'diarization endpoint',
      answer: 'a diarization',
      whatIsKnown: 'this address',
      checks: {
        key: 'Check DIARIZATION_ENDPOINT_TOKEN: it may have expired.',
        address: 'Check DIARIZATION_ENDPOINT_URL: it ends in /serving-endpoints/<name>/invocations.',
        network: 'Check the network and DIARIZATION_ENDPOINT_URL.',
        request:
          'Keep ENABLE_AUDIO_CHUNKING on: the service takes 16 MB at once. See what the model says above.',
        answer: 'Check that DIARIZATION_ENDPOINT_URL serves a diarization model with speaker embeddings.',
      },
      nextRung: options.nextRung,
    };
  }

  async diarize(
    slice: AudioSlice,
    { signal, onProgress, references = [], timeoutMs = this.#options.timeoutMs }: DiarizeOptions,
  ): Promise<Diarization> {
    const started = performance.now();
    const patience = AbortSignal.timeout(timeoutMs);
    try {
      const running = AbortSignal.any([signal, patience]);
      const result = await this.#diarize(slice, { signal: running, onProgress, references });
      return { ...result, seconds: (performance.now() - started) / 1000 };
    } catch (error) {
      signal.throwIfAborted();
      throw patience.aborted ? timedOut(timeoutMs, this.#service) : error;
    }
  }

  async #diarize(
    slice: AudioSlice,
    {
      signal,
      onProgress,
      references,
    }: { signal: AbortSignal; onProgress: DiarizeOptions['onProgress']; references: readonly Voice[] },
  ): Promise<Omit<Diarization, 'seconds'>> {
    const vadModel = await sileroModel();
    const regions = await this.#host.run('detect-speech', { slice, vadModel }, { signal });
    onProgress?.(DETECTION_SHARE);
    const parts = this.#plan(slice, regions);
    const voices = new JoinedVoices(references, this.embedder.similarityThreshold);
    const turns: Turn[] = [];
    for (const [i, { part, speech }] of parts.entries()) {
      const body = JSON.stringify({ dataframe_records: [record(slice.pcmPath, part, voices.known, i)] });
      const prediction = await this.#ask(body, signal);
      const problem = problemOf(prediction, { ...this.embedder, speechMs: totalMs(speech) });
      if (problem) throw garbled('', this.#service, problem);
      const heard = turnsOf(prediction, part, speech);
      const labels = voices.join(
        [...Map.groupBy(heard, ({ speaker }) => speaker)].map(([label, own]) => ({
          label,
          vector: voiceOf(prediction, label),
          speechMs: totalMs(own),
        })),
      );
      turns.push(...heard.map((turn) => ({ ...turn, speaker: labels.get(turn.speaker) ?? turn.speaker })));
      onProgress?.(DETECTION_SHARE + (1 - DETECTION_SHARE) * ((i + 1) / parts.length));
    }
    return { turns: mergeTurns(turns), regions, speakers: voices.speakers };
  }

  /** The parts that hold speech, with it. */
  #plan(slice: AudioSlice, regions: readonly Interval[]): { part: Interval; speech: Interval[] }[] {
    const shift = (interval: Interval, byMs: number) => ({
      startMs: interval.startMs + byMs,
      endMs: interval.endMs + byMs,
    });
    const local = regions.map((region) => shift(region, -slice.startMs));
    const whole = { startMs: 0, endMs: lengthMs(slice) };
    const { chunking, maxRequestBytes = MAX_REQUEST_BYTES } = this.#options;
    const maxMs = Math.floor((maxRequestBytes * AUDIO_SHARE) / BYTES_PER_MS);
    const parts =
      chunking && lengthMs(slice) > maxMs
        ? planChunks(local, lengthMs(slice), Math.floor(maxMs * PLANNED_SHARE))
        : [whole];
    return parts
      .map((part) => shift(part, slice.startMs))
      .map((part) => ({
        part,
        speech: regions
          .filter((region) => overlapMs(region, part) > 0)
          .map(({ startMs, endMs }) => ({
            startMs: Math.max(startMs, part.startMs),
            endMs: Math.min(endMs, part.endMs),
          })),
      }))
      .filter(({ speech }) => speech.length > 0);
  }

  async #ask(body: string, signal: AbortSignal): Promise<Prediction> {
    const { token, requestTimeoutMs = 300_000, backoffMs = 1_000 } = this.#options;
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const { predictions } = await withRetries(
      () =>
        ask(this.#service, { method: 'POST', headers, body }, endpointResponse, {
          signal,
          timeoutMs: requestTimeoutMs,
        }),
      { signal, backoffMs },
    );
    const [prediction] = predictions;
    const { status, error } = prediction;
    if (error || (status && status !== 'success')) throw failedThere(error ?? status ?? '', this.#service);
    return prediction;
  }
}

/** One row of the model's input. It compares voices from the second piece of audio on, which is 1. */
function record(
  pcmPath: string,
  { startMs, endMs }: Interval,
  references: readonly Voice[],
  index: number,
): Record<string, string | number> {
  const file = new PcmFile(pcmPath);
  try {
    const wav = encodeWav(file.read(msToSamples(startMs), msToSamples(endMs)));
    return {
      audio_base64: Buffer.from(wav.buffer, wav.byteOffset, wav.byteLength).toString('base64'),
      ...(references.length > 0 && {
        reference_embeddings: JSON.stringify(
          Object.fromEntries(references.map(({ label, vector }) => [label, vector])),
        ),
        chunk_index: index + 1,
      }),
    };
  } finally {
    file.close();
  }
}
