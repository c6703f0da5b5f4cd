import { EmbeddedDiarizer } from '../diarizers/embedded.diarizer.ts';
import { EndpointDiarizer } from '../diarizers/endpoint/endpoint.diarizer.ts';
import { SegmentedDiarizer, type SegmentedDiarizerModels } from '../diarizers/segmented.diarizer.ts';
import { modelsDir, type SpeechEnv } from '../env.ts';
import { SPEAKER_96, speaker96Model, sileroModel } from '../models/bundled.ts';
import { catalogue, type CatalogueModel } from '../models/catalogue.ts';
import { howToGet, isPresent, verifyModel } from '../models/verify-model.ts';
import type { Diarizer, SpeakerEmbedder } from '../ports.ts';
import { assemblyAiDiarizer } from './assemblyai-rungs.ts';
import { firstAvailable, type Rung } from './rung.ts';
import type { SharedParts } from './shared-parts.ts';

/** Of pyannote's voice vectors. */
const ENDPOINT_THRESHOLD = 0.75;

/** Diarizers, best first. */
export function diarizerRungs(env: SpeechEnv, parts: SharedParts): Rung<Diarizer>[] {
  const local = catalogue
    .filter((model) => model.role === 'segmentation')
    .map((model) => segmented(model, env, parts));
  const here = [...local, embedded(env, parts)];
  const voice = calibrated(SPEAKER_96, env);
  return [endpoint(env, here, parts), assemblyAiDiarizer(env, here, parts, voice), ...here];
}

const timeoutOf = (env: SpeechEnv) => env.DIARIZATION_TIMEOUT_SECONDS * 1000;

/** With the threshold that was asked for instead of its own. */
const calibrated = <E extends SpeakerEmbedder>(embedder: E, env: SpeechEnv): E => ({
  ...embedder,
  similarityThreshold: env.SPEAKER_SIMILARITY_THRESHOLD ?? embedder.similarityThreshold,
});

function endpoint(env: SpeechEnv, next: readonly Rung<Diarizer>[], parts: SharedParts): Rung<Diarizer> {
  const { DIARIZATION_ENDPOINT_URL: url, DIARIZATION_EMBEDDER: model } = env;
  return {
    id: 'diarization-endpoint',
    kind: 'DIARIZER',
    rung: 'hosted',
    name: 'Diarization model behind Databricks model serving',
    model: url ? model : null,
    howToGet: [
      'Set DIARIZATION_ENDPOINT_URL (https://<workspace>/serving-endpoints/<name>/invocations) and DIARIZATION_ENDPOINT_TOKEN.',
    ],
    embedder: async () => model,
    unavailableReason: async () => (url ? null : 'DIARIZATION_ENDPOINT_URL is not set.'),
    async open() {
      const usable = await firstAvailable(next);
      const embedder = {
        model,
        dimensions: env.DIARIZATION_EMBEDDER_DIMENSIONS,
        similarityThreshold: ENDPOINT_THRESHOLD,
      };
      return new EndpointDiarizer(parts.host(), {
        url: url ?? '',
        token: env.DIARIZATION_ENDPOINT_TOKEN,
        embedder: calibrated(embedder, env),
        chunking: env.ENABLE_AUDIO_CHUNKING,
        timeoutMs: timeoutOf(env),
        nextRung: usable ? `DIARIZER=${usable.id}` : null,
      });
    },
  };
}

function embedded(env: SpeechEnv, parts: SharedParts): Rung<Diarizer> {
  return {
    id: 'embedded',
    kind: 'DIARIZER',
    rung: 'embedded',
    name: 'Silero voice activity, speaker-96 windows, spectral clustering',
    model: 'speaker-96',
    howToGet: ['It comes with Colloquy: run `npm install` again.'],
    embedder: async () => SPEAKER_96.model,
    unavailableReason: () =>
      Promise.all([sileroModel(), speaker96Model()]).then(
        () => null,
        (error: Error) => error.message,
      ),
    open: async () =>
      new EmbeddedDiarizer(parts.host(), calibrated(SPEAKER_96, env), { timeoutMs: timeoutOf(env) }),
  };
}

function segmented(model: CatalogueModel, env: SpeechEnv, parts: SharedParts): Rung<Diarizer> {
  const folder = modelsDir(env);
  return {
    id: model.id,
    kind: 'DIARIZER',
    rung: 'local',
    name: `${model.name}, the best speaker embedder present, clustering`,
    model: model.id,
    howToGet: [
      ...howToGet(model),
      'npm run models -- get titanet-large   for a better speaker embedder than the one that comes with Colloquy',
    ],
    embedder: async () => (await bestEmbedder(folder)).voice.model,
    unavailableReason: async () =>
      (await isPresent(model, folder)) ? null : `The model ${model.id} is not in ${folder}.`,
    async open() {
      const { voice, embedder } = await bestEmbedder(folder);
      const segmentation = async () => (await verifyModel(model, folder))['model'] ?? '';
      return new SegmentedDiarizer(
        parts.host(),
        { segmentation, embedder, voice: calibrated(voice, env) },
        { timeoutMs: timeoutOf(env) },
      );
    },
  };
}

async function bestEmbedder(folder: string): Promise<Pick<SegmentedDiarizerModels, 'embedder' | 'voice'>> {
  for (const model of catalogue) {
    if (model.role !== 'speaker-embedder' || !model.voice || !(await isPresent(model, folder))) continue;
    return {
      voice: { model: model.id, ...model.voice },
      embedder: async () => (await verifyModel(model, folder))['model'] ?? '',
    };
  }
  return { voice: SPEAKER_96, embedder: speaker96Model };
}
