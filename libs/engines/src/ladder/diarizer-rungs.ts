import { EmbeddedDiarizer } from '../diarizers/embedded.diarizer.ts';
import type { SpeechEnv } from '../env.ts';
import type { EngineHost } from '../host/engine-host.ts';
import { speaker96Model, sileroModel } from '../models/bundled.ts';
import type { Diarizer } from '../ports.ts';
import type { Rung } from './rung.ts';

/** Diarizers, best first. */
export function diarizerRungs(env: SpeechEnv, host: () => EngineHost): Rung<Diarizer>[] {
  const timeoutMs = env.DIARIZATION_TIMEOUT_SECONDS * 1000;
  const embedded: Rung<Diarizer> = {
    id: 'embedded',
    kind: 'DIARIZER',
    rung: 'embedded',
    name: 'Silero voice activity, speaker-96 windows, spectral clustering',
    model: 'speaker-96',
    howToGet: ['It comes with Colloquy: run `npm install` again.'],
    unavailableReason: () => Promise.all([sileroModel(), speaker96Model()]).then(() => null, (error: Error) => error.message),
    open: async () => new EmbeddedDiarizer(host(), { timeoutMs }),
  };
  return [embedded];
}
