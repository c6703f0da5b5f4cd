import { EmbeddedDiarizer } from '../diarizers/embedded.diarizer.ts';
import { SegmentedDiarizer, type SegmentedDiarizerModels } from '../diarizers/segmented.diarizer.ts';
import { modelsDir, type SpeechEnv } from '../env.ts';
import type { EngineHost } from '../host/engine-host.ts';
import { SPEAKER_96, speaker96Model, sileroModel } from '../models/bundled.ts';
import { catalogue, type CatalogueModel } from '../models/catalogue.ts';
import { howToGet, isPresent, verifyModel } from '../models/verify-model.ts';
import type { Diarizer } from '../ports.ts';
import type { Rung } from './rung.ts';

/** Diarizers, best first. */
export function diarizerRungs(env: SpeechEnv, host: () => EngineHost): Rung<Diarizer>[] {
  const timeoutMs = env.DIARIZATION_TIMEOUT_SECONDS * 1000;
  const segmentation = catalogue
    .filter((model) => model.role === 'segmentation')
    .map((model) => segmented(model, modelsDir(env), timeoutMs, host));
  const embedded: Rung<Diarizer> = {
    id: 'embedded',
    kind: 'DIARIZER',
    rung: 'embedded',
    name: 'Silero voice activity, speaker-96 windows, spectral clustering',
    model: 'speaker-96',
    howToGet: ['It comes with Colloquy: run `npm install` again.'],
    unavailableReason: () =>
      Promise.all([sileroModel(), speaker96Model()]).then(
        () => null,
        (error: Error) => error.message,
      ),
    open: async () => new EmbeddedDiarizer(host(), { timeoutMs }),
  };
  return [...segmentation, embedded];
}

function segmented(
  model: CatalogueModel,
  folder: string,
  timeoutMs: number,
  host: () => EngineHost,
): Rung<Diarizer> {
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
    unavailableReason: async () =>
      (await isPresent(model, folder)) ? null : `The model ${model.id} is not in ${folder}.`,
    open: async () =>
      new SegmentedDiarizer(
        host(),
        {
          segmentation: async () => (await verifyModel(model, folder))['model'] ?? '',
          ...(await bestEmbedder(folder)),
        },
        { timeoutMs },
      ),
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
