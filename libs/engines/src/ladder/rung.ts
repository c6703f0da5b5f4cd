import { EngineError } from '../engine.error.ts';

export type RungLevel = 'hosted' | 'local' | 'embedded';
export type EngineKind = 'RECOGNIZER' | 'DIARIZER';

/** One way to do a job: whether it can be used here, how to get it, how to open it. */
export interface Rung<Engine> {
  /** What RECOGNIZER or DIARIZER is set to, to choose it. */
  id: string;
  kind: EngineKind;
  rung: RungLevel;
  name: string;
  model: string | null;
  howToGet: string[];
  /** Of diarizers: the model by which voices are told. */
  embedder?(): Promise<string>;
  /** Null when it can be used; else the reason in a sentence. */
  unavailableReason(): Promise<string | null>;
  open(): Promise<Engine>;
}

/**
 * The rung to use: the one asked for by id, or with `auto` the best that is available. Nothing is ever exchanged for
 * another silently: when the wanted rung cannot be used, the error names the next one that can.
 * @throws EngineError UNKNOWN_ENGINE · ENGINE_UNAVAILABLE
 */
export async function chooseRung<Engine>(
  rungs: readonly Rung<Engine>[],
  wanted: string,
  kind: EngineKind,
): Promise<Rung<Engine>> {
  const reasons = new Map(
    await Promise.all(rungs.map(async (rung) => [rung, await rung.unavailableReason()] as const)),
  );
  const usable = rungs.filter((rung) => reasons.get(rung) === null);
  if (wanted === 'auto') {
    const best = usable[0];
    if (best) return best;
    throw new EngineError('ENGINE_UNAVAILABLE', `No ${kind.toLowerCase()} can be used here.`, {
      troubleshooting: rungs.flatMap((rung) =>
        rung.rung === 'local' ? [] : [`${rung.name}: ${reasons.get(rung) ?? ''}`],
      ),
      recovery: rungs
        .toReversed()
        .flatMap((rung) => rung.howToGet)
        .slice(0, 4),
    });
  }
  const chosen = rungs.find((rung) => rung.id === wanted);
  if (!chosen)
    throw new EngineError('UNKNOWN_ENGINE', `${kind}=${wanted} is not an engine known here.`, {
      recovery: [`Use auto or one of: ${rungs.map((rung) => rung.id).join(', ')}`],
    });
  const reason = reasons.get(chosen);
  if (!reason) return chosen;
  const next = usable.find((rung) => rungs.indexOf(rung) > rungs.indexOf(chosen)) ?? usable[0];
  throw new EngineError('ENGINE_UNAVAILABLE', `${kind}=${wanted} cannot be used: ${reason}`, {
    recovery: [
      ...chosen.howToGet,
      next
        ? `Or use the next engine that is ready here: ${kind}=${next.id} (${next.name})`
        : 'No other engine is ready here.',
    ],
  });
}

export async function firstAvailable<Engine>(
  rungs: readonly Rung<Engine>[],
): Promise<Rung<Engine> | undefined> {
  for (const rung of rungs) if ((await rung.unavailableReason()) === null) return rung;
  return undefined;
}
