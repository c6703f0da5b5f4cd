import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { modelsDir, scratchDir, type SpeechEnv } from '../env.ts';
import { runProcess } from '../media/run-process.ts';
import { catalogue, type CatalogueModel } from '../models/catalogue.ts';
import { howToGet, isPresent } from '../models/verify-model.ts';
import type { Recognizer } from '../ports.ts';
import { PocketSphinxRecognizer } from '../recognizers/pocketsphinx.recognizer.ts';
import { SherpaRecognizer } from '../recognizers/sherpa.recognizer.ts';
import { TranscriptionApiRecognizer } from '../recognizers/transcription-api.recognizer.ts';
import { assemblyAiRecognizer } from './assemblyai-rungs.ts';
import { firstAvailable, type Rung } from './rung.ts';
import type { SharedParts } from './shared-parts.ts';

/** Recognisers, best first. */
export function recognizerRungs(env: SpeechEnv, parts: SharedParts): Rung<Recognizer>[] {
  const local = catalogue
    .filter((model) => model.role === 'recognizer')
    .map((model) => sherpa(model, env, parts));
  const here = [...local, pocketSphinx(env)];
  return [transcriptionApi(env, here), assemblyAiRecognizer(env, here, parts), ...here];
}

function transcriptionApi(env: SpeechEnv, next: readonly Rung<Recognizer>[]): Rung<Recognizer> {
  const { TRANSCRIPTION_BASE_URL: baseUrl, TRANSCRIPTION_API_KEY: apiKey, TRANSCRIPTION_MODEL: model } = env;
  return {
    id: 'transcription-api',
    kind: 'RECOGNIZER',
    rung: 'hosted',
    name: 'OpenAI-compatible transcription service',
    model: baseUrl ? model : null,
    howToGet: [
      'Set TRANSCRIPTION_BASE_URL (for example https://api.openai.com/v1), TRANSCRIPTION_API_KEY and TRANSCRIPTION_MODEL.',
    ],
    unavailableReason: async () => (baseUrl ? null : 'TRANSCRIPTION_BASE_URL is not set.'),
    async open() {
      const usable = await firstAvailable(next);
      return new TranscriptionApiRecognizer({
        baseUrl: baseUrl ?? '',
        apiKey,
        model,
        timeoutMs: env.TRANSCRIPTION_TIMEOUT_SECONDS * 1000,
        nextRung: usable ? `RECOGNIZER=${usable.id}` : null,
      });
    },
  };
}

function sherpa(model: CatalogueModel, env: SpeechEnv, parts: SharedParts): Rung<Recognizer> {
  const folder = modelsDir(env);
  return {
    id: model.id,
    kind: 'RECOGNIZER',
    rung: 'local',
    name: `${model.name} (${model.languages})`,
    model: model.id,
    howToGet: howToGet(model),
    unavailableReason: async () =>
      (await isPresent(model, folder)) ? null : `The model ${model.id} is not in ${folder}.`,
    open: async () =>
      new SherpaRecognizer(parts.host(), model, {
        modelsDir: folder,
        timeoutMs: env.TRANSCRIPTION_TIMEOUT_SECONDS * 1000,
      }),
  };
}

function pocketSphinx(env: SpeechEnv): Rung<Recognizer> {
  const { POCKETSPHINX_PATH: command, POCKETSPHINX_MODEL_DIR: modelDir } = env;
  return {
    id: 'pocketsphinx',
    kind: 'RECOGNIZER',
    rung: 'embedded',
    name: 'PocketSphinx (English, draft quality)',
    model: 'en-us',
    howToGet: ['apt-get install pocketsphinx pocketsphinx-en-us'],
    async unavailableReason() {
      // Without arguments it prints its options and ends: all that is asked is whether it starts.
      const starts = await runProcess(command, [], {
        signal: AbortSignal.timeout(10_000),
        timeoutMs: 5_000,
      }).then(
        () => true,
        () => false,
      );
      if (!starts) return `${command} is not installed.`;
      const model = await access(join(modelDir, 'en-us.lm.bin')).then(
        () => true,
        () => false,
      );
      return model ? null : `Its English model is not in ${modelDir}.`;
    },
    open: async () =>
      new PocketSphinxRecognizer({
        command,
        modelDir,
        scratchDir: scratchDir(env),
        version: await packageVersion('pocketsphinx'),
        timeoutMs: env.TRANSCRIPTION_TIMEOUT_SECONDS * 1000,
      }),
  };
}

/** As Debian installed it; the program itself does not tell. */
async function packageVersion(name: string): Promise<string> {
  const found = await runProcess('dpkg-query', ['--show', '--showformat=${Version}', name], {
    signal: AbortSignal.timeout(10_000),
    timeoutMs: 5_000,
  }).catch(() => undefined);
  return (found?.exitCode === 0 && found.stdout.trim()) || 'unknown';
}
