import { recognizerName } from '@colloquy/web-kit';

/** One step's engine, as the recording tells it. */
export interface EngineRun {
  readonly stage: string;
  readonly engine: string;
  readonly model: string;
  readonly version: string;
  readonly seconds: number;
}

export interface EngineLabel {
  /** As people know it. */
  readonly name: string;
  readonly engine: string;
  readonly model: string;
  /** Made by the recogniser that needs no download: good for finding places, not for quoting. */
  readonly draft: boolean;
}

/** The recogniser behind a transcript, null when it was imported or nothing is known. */
export function recognizerLabel(
  runs: readonly Pick<EngineRun, 'stage' | 'engine' | 'model'>[],
): EngineLabel | null {
  const run = runs.findLast(({ stage }) => /transcri|recogni/i.test(stage));
  return run
    ? {
        name: recognizerName(run),
        engine: run.engine,
        model: run.model,
        draft: /pocketsphinx/i.test(`${run.engine} ${run.model}`),
      }
    : null;
}
