import type { Interval } from '@colloquy/speech';
import { EngineError } from '../engine.error.ts';
import type { SpeechEnv } from '../env.ts';
import { sileroModel } from '../models/bundled.ts';
import type { AudioSlice, Diarizer, Recognizer, RunOptions } from '../ports.ts';
import { diarizerRungs } from './diarizer-rungs.ts';
import { recognizerRungs } from './recognizer-rungs.ts';
import { chooseRung, type EngineKind, type RungLevel } from './rung.ts';
import { sharedParts } from './shared-parts.ts';

/** One rung of the ladder as people see it. */
export interface EngineRung {
  id: string;
  kind: EngineKind;
  rung: RungLevel;
  name: string;
  model: string | null;
  /** Of a diarizer: the model by which voices are told. */
  embedder: string | null;
  available: boolean;
  /** Used for new recordings. */
  selected: boolean;
  unavailableReason: string | null;
  howToGet: string[];
}

export interface SpeechEngines {
  recognizer: Recognizer;
  diarizer: Diarizer;
  /** Where speech is in a slice, absolute, sorted; a tenth of a diarizer's work, for cutting a recording at silences. */
  detectSpeech(slice: AudioSlice, options: RunOptions): Promise<Interval[]>;
  /**
   * The vector of each voice by the diarizer's embedder, from where it is heard in the slice.
   * @throws EngineError `VOICES_NOT_EMBEDDABLE` where that embedder runs elsewhere
   */
  embedVoices(
    slice: AudioSlice,
    voices: readonly { stretches: readonly Interval[] }[],
    options: RunOptions,
  ): Promise<number[][]>;
  /** Ends every engine process. */
  close(): Promise<void>;
}

/** Every rung, whether it can be used here, and which are used. Opens nothing, asks no network. */
export async function inspectEngines(env: SpeechEnv): Promise<EngineRung[]> {
  const parts = sharedParts(env);
  return [
    ...(await describe(recognizerRungs(env, parts), env.RECOGNIZER, 'RECOGNIZER')),
    ...(await describe(diarizerRungs(env, parts), env.DIARIZER, 'DIARIZER')),
  ];
}

async function describe(
  rungs: ReturnType<typeof recognizerRungs> | ReturnType<typeof diarizerRungs>,
  wanted: string,
  kind: EngineKind,
): Promise<EngineRung[]> {
  const selected = await chooseRung<Recognizer | Diarizer>(rungs, wanted, kind).catch(() => undefined);
  return Promise.all(
    rungs.map(async (rung) => {
      const { id, rung: level, name, model, howToGet } = rung;
      const unavailableReason = await rung.unavailableReason();
      return {
        id,
        kind,
        rung: level,
        name,
        model,
        howToGet,
        embedder: (await rung.embedder?.()) ?? null,
        unavailableReason,
        available: unavailableReason === null,
        selected: rung === selected,
      };
    }),
  );
}

/**
 * Opens the engines the environment chooses; models load with the first call, in processes of their own.
 * @throws EngineError when a wanted rung cannot be used, naming the next one that can
 */
export async function openEngines(env: SpeechEnv): Promise<SpeechEngines> {
  const parts = sharedParts(env);
  const host = parts.host();
  const recognizer = await (
    await chooseRung(recognizerRungs(env, parts), env.RECOGNIZER, 'RECOGNIZER')
  ).open();
  const diarizer = await (await chooseRung(diarizerRungs(env, parts), env.DIARIZER, 'DIARIZER')).open();
  const vadModel = await sileroModel();
  return {
    recognizer,
    diarizer,
    detectSpeech: (slice, options) =>
      host.run(
        'detect-speech',
        { slice, vadModel },
        { timeoutMs: env.DIARIZATION_TIMEOUT_SECONDS * 1000, ...options },
      ),
    embedVoices: async (slice, voices, options) => {
      if (!diarizer.embedderModel) throw voicesNotEmbeddable(diarizer.info.engine);
      const embedderModel = await diarizer.embedderModel();
      return host.run(
        'embed-voices',
        { slice, voices, embedderModel },
        { timeoutMs: env.DIARIZATION_TIMEOUT_SECONDS * 1000, ...options },
      );
    },
    close: () => host.close(),
  };
}

const voicesNotEmbeddable = (engine: string): EngineError =>
  new EngineError(
    'VOICES_NOT_EMBEDDABLE',
    `${engine} tells voices only while it diarizes a whole recording.`,
    {
      recovery: ['Process the recording again, or choose a diarizer that runs here (DIARIZER).'],
    },
  );
