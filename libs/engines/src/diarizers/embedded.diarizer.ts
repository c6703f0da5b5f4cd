import type { EngineHost } from '../host/engine-host.ts';
import { sileroModel, speaker96Model } from '../models/bundled.ts';
import type {
  AudioSlice,
  Diarization,
  DiarizeOptions,
  Diarizer,
  EngineInfo,
  SpeakerEmbedder,
} from '../ports.ts';
import { SHERPA_ONNX } from '../sherpa-onnx.ts';

/** Who spoke when with what comes in the box: Silero voice activity, speaker-96 windows, spectral clustering. */
export class EmbeddedDiarizer implements Diarizer {
  readonly info: EngineInfo = { ...SHERPA_ONNX, model: 'silero-vad-6 + speaker-96' };
  readonly embedder: SpeakerEmbedder;
  readonly embedderModel = speaker96Model;
  readonly #host: EngineHost;
  readonly #timeoutMs: number;

  /** @param embedder speaker-96, and when two of its vectors are one voice */
  constructor(host: EngineHost, embedder: SpeakerEmbedder, { timeoutMs }: { timeoutMs: number }) {
    this.#host = host;
    this.embedder = embedder;
    this.#timeoutMs = timeoutMs;
  }

  async diarize(
    slice: AudioSlice,
    { expectedSpeakers, references = [], ...options }: DiarizeOptions,
  ): Promise<Diarization> {
    const started = performance.now();
    const [vadModel, embedderModel] = await Promise.all([sileroModel(), speaker96Model()]);
    const input = {
      slice,
      expectedSpeakers: expectedSpeakers ?? null,
      known: references.map(({ vector }) => vector),
      voiceThreshold: this.embedder.similarityThreshold,
      vadModel,
      embedderModel,
    };
    const result = await this.#host.run('diarize-windows', input, { timeoutMs: this.#timeoutMs, ...options });
    return { ...result, seconds: (performance.now() - started) / 1000 };
  }
}
