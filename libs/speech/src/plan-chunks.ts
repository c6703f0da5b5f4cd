import { mergeIntervals, type Interval } from './timeline.ts';

/** A cut may move this share of the target away from its ideal place to find a silence. */
const FREEDOM = 0.25;
/** A last chunk shorter than this share of the target is joined to the one before. */
const MIN_LAST = 0.25;

/**
 * Cuts `[0, durationMs)` into chunks of about `targetMs`, each cut in the middle of the longest silence near its ideal
 * place, so that no word and, mostly, no turn is split:
 *
 *     speech   ▆▆▆▆▆▆▆  ▆▆▆▆▆    ▆▆▆▆▆▆▆▆▆
 *     ideal                 │
 *     chunks   [───────────────)[─────────)
 *
 * `regions` is where speech is. Without a silence in reach the cut falls at its ideal place. The chunks cover the
 * recording exactly, in order.
 */
export function planChunks(regions: readonly Interval[], durationMs: number, targetMs: number): Interval[] {
  if (targetMs <= 0) throw new RangeError('targetMs must be positive');
  const silences = silencesBetween(regions, durationMs);
  const chunks: Interval[] = [];
  let startMs = 0;
  while (durationMs - startMs > targetMs * (1 + MIN_LAST)) {
    const idealMs = startMs + targetMs;
    const cutMs = bestCut(silences, idealMs, targetMs * FREEDOM, durationMs) ?? idealMs;
    chunks.push({ startMs, endMs: cutMs });
    startMs = cutMs;
  }
  if (durationMs > startMs) chunks.push({ startMs, endMs: durationMs });
  return chunks;
}

function silencesBetween(regions: readonly Interval[], durationMs: number): Interval[] {
  const silences: Interval[] = [];
  let endMs = 0;
  for (const region of mergeIntervals(regions)) {
    if (region.startMs > endMs) silences.push({ startMs: endMs, endMs: region.startMs });
    endMs = Math.max(endMs, region.endMs);
  }
  if (durationMs > endMs) silences.push({ startMs: endMs, endMs: durationMs });
  return silences;
}

/** The middle of the longest silence whose middle lies within `reachMs` of the ideal place; the nearer one of equals. */
function bestCut(
  silences: readonly Interval[],
  idealMs: number,
  reachMs: number,
  durationMs: number,
): number | undefined {
  let best: { cutMs: number; silenceMs: number } | undefined;
  for (const { startMs, endMs } of silences) {
    // A silence longer than the reach is cut at the place nearest to the ideal one inside it.
    const cutMs = Math.round(
      endMs - startMs > 2 * reachMs ? Math.min(Math.max(idealMs, startMs), endMs) : (startMs + endMs) / 2,
    );
    if (Math.abs(cutMs - idealMs) > reachMs || cutMs >= durationMs) continue;
    const silenceMs = endMs - startMs;
    const nearer =
      best && silenceMs === best.silenceMs && Math.abs(cutMs - idealMs) < Math.abs(best.cutMs - idealMs);
    if (!best || silenceMs > best.silenceMs || nearer) best = { cutMs, silenceMs };
  }
  return best?.cutMs;
}
