/** In the order they pass. */
const STAGES = ['PROBE', 'DECODE', 'DETECT_SPEECH', 'DIARIZE', 'TRANSCRIBE', 'ALIGN', 'PUBLISH'] as const;

type Stage = (typeof STAGES)[number];

/** A stage of work as it is listed. */
export interface ListedStage {
  stage: Stage;
  state: 'done' | 'now' | 'next';
}

interface Work {
  /** Null while nothing was begun. */
  stage?: Stage | null | undefined;
  /** No worker is at it. */
  waiting: boolean;
}

/** Every stage; while the recording waits none is under way, and the one it reached is behind it. */
export function listStages({ stage: reachedStage, waiting }: Work): ListedStage[] {
  const begun = reachedStage && !(waiting && reachedStage === STAGES[0]);
  const reached = begun ? STAGES.indexOf(reachedStage) : -1;
  return STAGES.map((stage, index) => {
    if (index < reached || (waiting && index === reached)) return { stage, state: 'done' };
    return { stage, state: index === reached ? 'now' : 'next' };
  });
}
