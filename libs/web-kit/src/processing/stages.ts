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
  /** What ingest says of it. */
  message?: string | null | undefined;
}

/** Whether the worker has turned to other recordings. The graph has no field for it: it is told by ingest's words. */
export const isWaiting = ({ message }: Work): boolean => message?.startsWith('Waiting') ?? false;

/** Every stage; while the recording waits none is under way, and the one it reached is behind it. */
export function listStages(work: Work): ListedStage[] {
  const waiting = isWaiting(work);
  const begun = work.stage && !(waiting && work.stage === STAGES[0]);
  const reached = begun ? STAGES.indexOf(work.stage ?? STAGES[0]) : -1;
  return STAGES.map((stage, index) => {
    if (index < reached || (waiting && index === reached)) return { stage, state: 'done' };
    return { stage, state: index === reached ? 'now' : 'next' };
  });
}
