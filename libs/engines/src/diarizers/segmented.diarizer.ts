import type { EngineHost } from '../host/engine-host.ts';
import { sileroModel } from '../models/bundled.ts';
import type {
  AudioSlice,
  Diarization,
  DiarizeOptions,
  Diarizer,
  EngineInfo,
  SpeakerEmbedder,
} from '../ports.ts';
import { SHERPA_ONNX } from '../sherpa-onnx.ts';

export interface SegmentedDiarizerModels {
  /** Resolve to verified paths, when first needed. */
  segmentation: () => Promise<string>;
  embedder: () => Promise<string>;
  voice: SpeakerEmbedder & { mergeSimilarity: number };
}

/** Who spoke when by pyannote's segmentation model and a speaker embedder, clustered here; hears overlaps. */
export class SegmentedDiarizer implements Diarizer {
  readonly info: EngineInfo;
  readonly embedder: SpeakerEmbedder;
  readonly embedderModel: () => Promise<string>;
  readonly #host: EngineHost;
  readonly #models: SegmentedDiarizerModels;
  readonly #timeoutMs: number;

  constructor(host: EngineHost, models: SegmentedDiarizerModels, { timeoutMs }: { timeoutMs: number }) {
    this.info = {
      ...SHERPA_ONNX,
      model: `pyannote-segmentation-3.0 + ${models.voice.model}`,
    };
    this.embedder = models.voice;
    this.embedderModel = models.embedder;
    this.#host = host;
    this.#models = models;
    this.#timeoutMs = timeoutMs;
  }

  async diarize(
    slice: AudioSlice,
    { expectedSpeakers, references = [], ...options }: DiarizeOptions,
  ): Promise<Diarization> {
    const started = performance.now();
    const { segmentation, embedder, voice } = this.#models;
    const [vadModel, embedderModel, segmentationModel] = await Promise.all([
      sileroModel(),
      embedder(),
      segmentation(),
    ]);
    const input = {
      slice,
      expectedSpeakers: expectedSpeakers ?? null,
      known: references.map(({ vector }) => vector),
      voiceThreshold: voice.similarityThreshold,
      vadModel,
      embedderModel,
      segmentationModel,
      mergeSimilarity: voice.mergeSimilarity,
    };
    const result = await this.#host.run('diarize-segmented', input, {
      timeoutMs: this.#timeoutMs,
      ...options,
    });
    return { ...result, seconds: (performance.now() - started) / 1000 };
  }
}
