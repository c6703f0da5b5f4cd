import { byStart, lengthMs, type Interval } from '@colloquy/speech';

/** A stretch of the recording and where it begins in the utterance. */
export interface UtterancePiece extends Interval {
  offsetMs: number;
}

/** Regions of speech joined into one piece of audio for a recogniser, silences between them shortened. */
export interface Utterance {
  pieces: UtterancePiece[];
  durationMs: number;
}

export interface UtterancePlan {
  /** No utterance is longer, unless a single region is. */
  maxMs: number;
  /** Silence kept around each region, where there is as much. */
  padMs: number;
}

/**
 * Joins regions so that a recogniser has context without long silences:
 *
 *     recording   ──▆▆▆▆▆──────────▆▆▆────▆▆▆▆▆▆▆▆──
 *     utterance    [▆▆▆▆▆│▆▆▆│▆▆▆▆▆▆▆▆]
 *
 * Nothing outside `bounds` is used and no moment is used twice.
 */
export function planUtterances(
  regions: readonly Interval[],
  bounds: Interval,
  { maxMs, padMs }: UtterancePlan,
): Utterance[] {
  const inside = regions
    .map(({ startMs, endMs }) => ({
      startMs: Math.max(bounds.startMs, startMs),
      endMs: Math.min(bounds.endMs, endMs),
    }))
    .filter((region) => lengthMs(region) > 0)
    .sort(byStart);
  const utterances: Utterance[] = [];
  inside.forEach((region, i) => {
    const before = inside[i - 1]?.endMs;
    const after = inside[i + 1]?.startMs;
    // Padding never reaches past the middle of the silence, which its neighbour may need too.
    const startMs = Math.max(
      bounds.startMs,
      region.startMs - padMs,
      before === undefined ? -Infinity : Math.min(region.startMs, Math.ceil((before + region.startMs) / 2)),
    );
    const endMs = Math.min(
      bounds.endMs,
      region.endMs + padMs,
      after === undefined ? Infinity : Math.max(region.endMs, Math.ceil((region.endMs + after) / 2)),
    );
    const last = utterances.at(-1);
    if (last && last.durationMs + (endMs - startMs) <= maxMs) {
      last.pieces.push({ startMs, endMs, offsetMs: last.durationMs });
      last.durationMs += endMs - startMs;
    } else utterances.push({ pieces: [{ startMs, endMs, offsetMs: 0 }], durationMs: endMs - startMs });
  });
  return utterances;
}

/** Where a moment of the utterance lies in the recording; a moment past its end is its end. */
export function toRecordingMs({ pieces }: Utterance, utteranceMs: number): number {
  const piece = pieces.findLast(({ offsetMs }) => offsetMs <= utteranceMs) ?? pieces[0];
  if (!piece) return utteranceMs;
  return Math.min(piece.endMs, piece.startMs + Math.max(0, utteranceMs - piece.offsetMs));
}
