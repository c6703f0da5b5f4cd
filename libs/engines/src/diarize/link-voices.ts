import { lengthMs, type Interval } from '@colloquy/speech';
import { spectralClustering } from './spectral-clustering.ts';
import { dot, mean, subtract, unit, type Vector } from './vector.ts';
import { dropSmall, relabel } from './voice-labels.ts';

/** More voices than a short slice has: the parts between their changes hold one voice each. */
const PARTS = 6;
const WINDOWS_PER_PART = 5;
const MIN_WINDOWS = 6;
/** Seconds of speech from which a voice vector is half voice, half what was said. */
const HALF_KNOWN_SECONDS = 0.8;
/** Voices at least this like each other, as long ones would be, are one. */
const SAME_VOICE = 0.65;

/** Windows next to each other in one stretch of speech, taken for one voice. */
interface Part {
  windows: number[];
  durationMs: number;
  /** Sum of the windows' vectors. */
  sum: Vector;
}

/**
 * Which voice each window is, their number unknown, where there is too little speech for the spectrum to say how many
 * there are (it counts short ones too high): labels 0…K−1. The slice is cut where clusters of windows change, more of
 * them than there are voices; then the two most alike parts join, as long as they are like one voice. Little speech is
 * unlike even itself, so a cosine is set against what parts of their length reach at best (Spearman's correction for
 * attenuation, 1904). `windows[i]` is where `vectors[i]` (unit) was heard, in `regions` of speech, both in order of time.
 */
export function linkVoices(
  vectors: readonly Vector[],
  windows: readonly Interval[],
  regions: readonly Interval[],
): number[] {
  if (vectors.length < MIN_WINDOWS) return vectors.map(() => 0);
  let parts = cutIntoParts(vectors, windows, regions);
  for (;;) {
    const pair = mostAlike(parts);
    if (!pair || pair.likeness < SAME_VOICE) break;
    const joined = join(pair.a, pair.b);
    parts = [...parts.filter((part) => part !== pair.a && part !== pair.b), joined];
  }
  const labels = new Array<number>(vectors.length).fill(0);
  parts.forEach((part, label) => part.windows.forEach((window) => (labels[window] = label)));
  return relabel(dropSmall(labels, vectors));
}

function cutIntoParts(
  vectors: readonly Vector[],
  windows: readonly Interval[],
  regions: readonly Interval[],
): Part[] {
  const common = mean(vectors);
  const clusters = Math.min(PARTS, Math.max(2, Math.floor(vectors.length / WINDOWS_PER_PART)));
  const { labels } = spectralClustering(
    vectors.map((vector) => unit(subtract(vector, common))),
    clusters,
  );
  const regionOf = (window: Interval) => {
    const middle = (window.startMs + window.endMs) / 2;
    return regions.findIndex((region) => middle <= region.endMs);
  };
  const parts: { from: number; to: number; region: number }[] = [];
  windows.forEach((window, i) => {
    const last = parts.at(-1);
    const region = regionOf(window);
    if (last && last.region === region && labels[i] === labels[last.from]) last.to = i;
    else parts.push({ from: i, to: i, region });
  });
  return parts.map(({ from, to }) => {
    const own = vectors.slice(from, to + 1);
    return {
      windows: own.map((_, i) => from + i),
      durationMs: lengthMs({ startMs: windows[from]?.startMs ?? 0, endMs: windows[to]?.endMs ?? 0 }),
      sum: mean(own).map((value) => value * own.length),
    };
  });
}

function mostAlike(parts: readonly Part[]): { a: Part; b: Part; likeness: number } | undefined {
  let best: { a: Part; b: Part; likeness: number } | undefined;
  for (const [i, a] of parts.entries())
    for (const b of parts.slice(i + 1)) {
      const likeness = dot(unit(a.sum), unit(b.sum)) / Math.sqrt(reliability(a) * reliability(b));
      if (likeness > (best?.likeness ?? -Infinity)) best = { a, b, likeness };
    }
  return best;
}

/** The share of a part's vector that is its voice, 0–1. */
function reliability({ durationMs }: Part): number {
  const seconds = durationMs / 1000;
  return seconds / (seconds + HALF_KNOWN_SECONDS);
}

const join = (a: Part, b: Part): Part => ({
  windows: [...a.windows, ...b.windows],
  durationMs: a.durationMs + b.durationMs,
  sum: a.sum.map((value, i) => value + (b.sum[i] ?? 0)),
});
