import type { Interval } from '@colloquy/speech';
import type { EngineHost } from '../host/engine-host.ts';
import type { CatalogueModel } from '../models/catalogue.ts';
import { verifyModel } from '../models/verify-model.ts';
import type { AudioSlice, EngineInfo, Recognition, RecognizeOptions, Recognizer } from '../ports.ts';
import { SHERPA_ONNX } from '../sherpa-onnx.ts';

/** Any recogniser model of the catalogue, in an engine process; its files are verified before every call. */
export class SherpaRecognizer implements Recognizer {
  readonly info: EngineInfo;
  readonly #host: EngineHost;
  readonly #model: CatalogueModel;
  readonly #modelsDir: string;
  readonly #timeoutMs: number;

  constructor(
    host: EngineHost,
    model: CatalogueModel,
    { modelsDir, timeoutMs }: { modelsDir: string; timeoutMs: number },
  ) {
    this.info = { ...SHERPA_ONNX, model: model.id };
    this.#host = host;
    this.#model = model;
    this.#modelsDir = modelsDir;
    this.#timeoutMs = timeoutMs;
  }

  async recognize(
    slice: AudioSlice,
    regions: readonly Interval[],
    { language, ...options }: RecognizeOptions,
  ): Promise<Recognition> {
    const started = performance.now();
    const files = await verifyModel(this.#model, this.#modelsDir);
    const run = { timeoutMs: this.#timeoutMs, ...options };
    const seconds = () => (performance.now() - started) / 1000;
    const { family } = this.#model;
    if (family === 'streaming-transducer') {
      const { encoder = '', decoder = '', joiner = '', tokens = '' } = files;
      const words = await this.#host.run(
        'recognize-streaming',
        { slice, regions, model: { encoder, decoder, joiner, tokens } },
        run,
      );
      return { words, language: 'en', seconds: seconds() };
    }
    if (family === undefined) throw new TypeError(`${this.#model.id} is not a recogniser`);
    const input = { slice, regions, language: language ?? null, model: { family, files } };
    const result = await this.#host.run('recognize-offline', input, run);
    return {
      words: result.words,
      language: result.language ?? (this.#model.languages === 'English' ? 'en' : null),
      seconds: seconds(),
    };
  }
}
