import { AssemblyAiDiarizer } from '../assemblyai/assemblyai.diarizer.ts';
import { AssemblyAiRecognizer } from '../assemblyai/assemblyai.recognizer.ts';
import type { SpeechEnv } from '../env.ts';
import type { Diarizer, Recognizer, SpeakerEmbedder } from '../ports.ts';
import { firstAvailable, type Rung } from './rung.ts';
import type { SharedParts } from './shared-parts.ts';

const described = (env: SpeechEnv) => ({
  id: 'assemblyai',
  rung: 'hosted' as const,
  model: env.ASSEMBLYAI_API_KEY ? env.ASSEMBLYAI_MODELS : null,
  howToGet: [
    'Set ASSEMBLYAI_API_KEY, and ASSEMBLYAI_BASE_URL=https://api.eu.assemblyai.com for the European Union.',
  ],
  unavailableReason: async () => (env.ASSEMBLYAI_API_KEY ? null : 'ASSEMBLYAI_API_KEY is not set.'),
});

export function assemblyAiRecognizer(
  env: SpeechEnv,
  next: readonly Rung<Recognizer>[],
  parts: SharedParts,
): Rung<Recognizer> {
  return {
    ...described(env),
    kind: 'RECOGNIZER',
    name: 'AssemblyAI',
    async open() {
      const usable = await firstAvailable(next);
      return new AssemblyAiRecognizer(parts.assemblyAi(), {
        timeoutMs: env.TRANSCRIPTION_TIMEOUT_SECONDS * 1000,
        nextRung: usable ? `RECOGNIZER=${usable.id}` : null,
      });
    },
  };
}

export function assemblyAiDiarizer(
  env: SpeechEnv,
  next: readonly Rung<Diarizer>[],
  parts: SharedParts,
  embedder: SpeakerEmbedder,
): Rung<Diarizer> {
  return {
    ...described(env),
    kind: 'DIARIZER',
    name: 'AssemblyAI speaker labels, voices by speaker-96',
    embedder: async () => embedder.model,
    async open() {
      const usable = await firstAvailable(next);
      return new AssemblyAiDiarizer(parts.assemblyAi(), parts.host(), embedder, {
        timeoutMs: env.DIARIZATION_TIMEOUT_SECONDS * 1000,
        nextRung: usable ? `DIARIZER=${usable.id}` : null,
      });
    },
  };
}
