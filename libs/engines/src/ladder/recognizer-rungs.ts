import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpeechEnv } from '../env.ts';
import { runProcess } from '../media/run-process.ts';
import { PocketSphinxRecognizer } from '../recognizers/pocketsphinx.recognizer.ts';
import type { EngineHost } from '../host/engine-host.ts';
import type { Recognizer } from '../ports.ts';
import type { Rung } from './rung.ts';

/** Recognisers, best first. */
export function recognizerRungs(env: SpeechEnv, _host: () => EngineHost): Rung<Recognizer>[] {
  return [pocketSphinx(env)];
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
      const starts = await runProcess(command, [], { signal: AbortSignal.timeout(10_000), timeoutMs: 5_000 }).then(() => true, () => false);
      if (!starts) return `${command} is not installed.`;
      const model = await access(join(modelDir, 'en-us.lm.bin')).then(() => true, () => false);
      return model ? null : `Its English model is not in ${modelDir}.`;
    },
    open: async () => new PocketSphinxRecognizer({ command, modelDir, timeoutMs: env.TRANSCRIPTION_TIMEOUT_SECONDS * 1000 }),
  };
}
