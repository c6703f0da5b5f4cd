import { AssemblyAiClient } from '../assemblyai/assemblyai.client.ts';
import type { SpeechEnv } from '../env.ts';
import { EngineHost } from '../host/engine-host.ts';

/** What engines of several rungs use together; made when first needed. */
export interface SharedParts {
  host: () => EngineHost;
  /** One, so that the recogniser gets the words that came with the speakers. */
  assemblyAi: () => AssemblyAiClient;
}

export function sharedParts(env: SpeechEnv): SharedParts {
  let host: EngineHost | undefined;
  let client: AssemblyAiClient | undefined;
  return {
    host: () => (host ??= new EngineHost()),
    assemblyAi: () =>
      (client ??= new AssemblyAiClient({
        baseUrl: env.ASSEMBLYAI_BASE_URL,
        apiKey: env.ASSEMBLYAI_API_KEY ?? '',
        models: env.ASSEMBLYAI_MODELS.split(',').map((model) => model.trim()),
      })),
  };
}
