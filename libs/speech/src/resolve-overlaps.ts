import { byStart, lengthMs, mergeTurns, type Turn } from './timeline.ts';

/**
 * Turns with at most one speaker at a time: whoever holds the floor keeps it until done, then the overlapping speaker
 * continues; a remark made entirely during another's turn disappears (it stays in the turns the diarizer gave).
 *
 *     A  ▆▆▆▆▆▆▆▆▆▆▆                  A  ▆▆▆▆▆▆▆▆▆▆▆
 *     B        ▆▆▆▆▆▆▆▆▆▆      →      B             ▆▆▆▆▆
 *     C    ▆▆                         C
 */
export function resolveOverlaps(turns: readonly Turn[]): Turn[] {
  const resolved: Turn[] = [];
  let floorMs = -Infinity;
  for (const turn of mergeTurns(turns).sort(byStart)) {
    const startMs = Math.max(turn.startMs, floorMs);
    const exclusive = { ...turn, startMs };
    if (lengthMs(exclusive) === 0) continue;
    resolved.push(exclusive);
    floorMs = turn.endMs;
  }
  return mergeTurns(resolved);
}
