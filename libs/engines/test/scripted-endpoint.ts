import {
  EndpointDiarizer,
  type EndpointDiarizerOptions,
} from '../src/diarizers/endpoint/endpoint.diarizer.ts';
import { EngineHost } from '../src/host/engine-host.ts';
import { json, ScriptedServer, type Respond } from './scripted-server.ts';

export const ANNA = [3, 4, 0, 0];
export const BEN = [0, 0, 2, 0];
export const ENDPOINT_PATH = '/serving-endpoints/who-speaks/invocations';

/** As the model answers, with other `values`. */
export const prediction = (values: Record<string, unknown>): Respond =>
  json({
    predictions: [{ status: 'success', error: null, dialog: 'A: Yes.', transcription: 'Yes.', ...values }],
  });

/** They overlap, and the second goes on past the end. */
export const TWO_VOICES = prediction({
  speaker_embeddings: JSON.stringify({ A: ANNA, B: BEN }),
  segments: JSON.stringify([
    { speaker: 'A', start: 0.5, end: 2 },
    { speaker: 'B', start: 1.8, end: 99 },
  ]),
});

/** A diarization model behind a local server, and the diarizer that asks it. */
export class ScriptedEndpoint {
  readonly server = new ScriptedServer();
  readonly #host = new EngineHost();

  open(options: Partial<EndpointDiarizerOptions> = {}): EndpointDiarizer {
    return new EndpointDiarizer(this.#host, {
      url: `${this.server.url}${ENDPOINT_PATH}`,
      token: 'dapi-test-secret',
      embedder: { model: 'pyannote/embedding', dimensions: 4, similarityThreshold: 0.75 },
      chunking: true,
      timeoutMs: 20_000,
      nextRung: 'DIARIZER=embedded',
      backoffMs: 5,
      ...options,
    });
  }

  start(): Promise<void> {
    return this.server.start();
  }

  async stop(): Promise<void> {
    await this.#host.close();
    await this.server.stop();
  }
}
