import { lengthMs, optimalAssignment, overlapMs, type Interval } from '@colloquy/speech';
import { agglomerativeClustering } from './agglomerative-clustering.ts';
import {
  areDisjoint,
  FRAME_MS,
  localIntervals,
  totalMs,
  type ActivityWindow,
  type LocalUnit,
  type Track,
} from './local-activity.ts';
import { argmax, centroids, dot, type Vector } from './vector.ts';

/** Local speakers with the voice each of them is. */
export interface VoicedUnits {
  units: LocalUnit[];
  voice: number;
}

/** Less speech than this of its own says too little: what is shared with others counts then too. */
const MIN_ALONE_MS = 300;
const MIN_ACTIVE_MS = 150;
/** Tracks with at least this much speech of their own are clustered; shorter ones join the nearest voice. */
const MIN_TRACK_MS = 800;
/** Tracks heard together count as so unlike that all others join before them. */
const HEARD_TOGETHER = -1e6;

/**
 * Which voice each local speaker of each window is: the one that the short windows inside its speech are like, one to
 * one within a window, longer speech first. `spans[i]` is where `vectors[i]` was heard, `labels[i]` its cluster.
 * Windows are judged independently, so that one mistake of the segmentation model does not spread to its neighbours.
 */
export function assignByWindow(
  activity: readonly ActivityWindow[],
  spans: readonly Interval[],
  vectors: readonly Vector[],
  labels: readonly number[],
): VoicedUnits[] {
  const voices = centroids(labels, vectors);
  const scores = vectors.map((vector) => voices.map((voice) => dot(voice.vector, vector)));
  let first = 0;
  return activity.flatMap((window, index) => {
    const bounds = {
      startMs: window.startFrame * FRAME_MS,
      endMs: (window.startFrame + (window.speakers[0]?.length ?? 0)) * FRAME_MS,
    };
    // Both lists are in order of time: spans that ended before this window cannot matter to later ones.
    while (first < spans.length && (spans[first]?.endMs ?? 0) <= bounds.startMs) first++;
    const near: number[] = [];
    for (let i = first; i < spans.length && (spans[i]?.startMs ?? 0) < bounds.endMs; i++) near.push(i);
    const heard = window.speakers.flatMap((_, speaker) => {
      const { alone, active } = localIntervals(window, speaker);
      const where = totalMs(alone) >= MIN_ALONE_MS ? alone : active;
      return totalMs(where) < MIN_ACTIVE_MS
        ? []
        : [
            {
              speaker,
              durationMs: totalMs(where),
              likeness: likeness(where, near, spans, scores, voices.length),
            },
          ];
    });
    const weights = heard.map(({ durationMs, likeness: cosines }) =>
      cosines.map((cosine) => Math.round(durationMs * 100 * (2 + cosine))),
    );
    return optimalAssignment(weights).map(({ row, column }) => ({
      units: [{ window: index, speaker: heard[row]?.speaker ?? 0 }],
      voice: column,
    }));
  });
}

/** Mean cosine to each voice over the spans near, those that lie wholly inside the speech counting most. */
function likeness(
  where: readonly Interval[],
  near: readonly number[],
  spans: readonly Interval[],
  scores: readonly number[][],
  voices: number,
): number[] {
  const sums = new Array<number>(voices).fill(0);
  let total = 1e-9;
  for (const i of near) {
    const span = spans[i];
    if (!span) continue;
    const share =
      where.reduce((sum, interval) => sum + overlapMs(interval, span), 0) / Math.max(1, lengthMs(span));
    total += share ** 2;
    for (let k = 0; k < voices; k++) sums[k] = (sums[k] ?? 0) + share ** 2 * (scores[i]?.[k] ?? 0);
  }
  return sums.map((sum) => sum / total);
}

/**
 * Which voice each track is, for slices too short to count voices by their spectrum: average linkage, tracks heard in
 * one window never together, or last of all where they must be for no more than `count` voices. `vectors[i]` is the
 * voice of `tracks[i]`, null when too short for any.
 */
export function assignByTrack(
  tracks: readonly Track[],
  vectors: readonly (Vector | null)[],
  { mergeSimilarity, count }: { mergeSimilarity: number; count?: number | undefined },
): VoicedUnits[] {
  const known = tracks.flatMap((track, i) => {
    const vector = vectors[i];
    return vector && totalMs(track.alone) >= MIN_TRACK_MS
      ? [{ track, vector, windows: new Set(track.units.map((unit) => unit.window)) }]
      : [];
  });
  const heardTogether = count === undefined ? -Infinity : HEARD_TOGETHER;
  const similarity = known.map((a) =>
    known.map((b) =>
      a === b ? 1 : dot(a.vector, b.vector) + (areDisjoint(a.windows, b.windows) ? 0 : heardTogether),
    ),
  );
  const labels = agglomerativeClustering(
    similarity,
    count === undefined ? { threshold: mergeSimilarity } : { threshold: Infinity, maxClusters: count },
  );
  const voices = centroids(
    labels,
    known.map(({ vector }) => vector),
  );
  const found = new Map(known.map(({ track }, k) => [track, labels[k] ?? 0]));
  return tracks.map((track, i) => {
    const vector = vectors[i];
    const nearest =
      vector && voices.length > 0
        ? (voices[argmax(voices.map((voice) => dot(voice.vector, vector)))]?.label ?? 0)
        : 0;
    return { units: track.units, voice: found.get(track) ?? nearest };
  });
}
