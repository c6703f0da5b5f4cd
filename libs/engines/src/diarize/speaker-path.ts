import type { Interval } from '@colloquy/speech';
import { argmax, centroids, dot, type Vector } from './vector.ts';

/** 10 ms frames hold the evidence; a decision is made every 100 ms. */
const FRAME_MS = 10;
const FRAMES_PER_STEP = 10;
/** How sharply a cosine counts as evidence, and how likely a speaker goes on speaking from step to step. */
const SHARPNESS = 12;
const STAY = 0.95;

export interface VoiceTurn extends Interval {
  voice: number;
}

interface Evidence {
  /** Frames inside speech, in order. */
  frames: number[];
  /** Mean cosine to voice `k` at a frame. */
  score: (k: number, frame: number) => number;
}

/**
 * Who speaks at each moment of `regions`, at most one voice at a time: the best path through the windows' likeness to
 * each voice's centroid, where changing speaker has a price (Viterbi). `windows[i]` is where `vectors[i]` was heard and
 * `labels[i]` its cluster. Times in milliseconds from the start of the slice.
 */
export function decodeSpeakerPath(
  labels: readonly number[],
  vectors: readonly Vector[],
  windows: readonly Interval[],
  regions: readonly Interval[],
): VoiceTurn[] {
  const voices = Math.max(0, ...labels) + 1;
  const frameCount = Math.ceil(Math.max(0, ...regions.map((region) => region.endMs)) / FRAME_MS) + 1;
  const inSpeech = new Uint8Array(frameCount);
  for (const { startMs, endMs } of regions)
    inSpeech.fill(1, Math.floor(startMs / FRAME_MS), Math.floor(endMs / FRAME_MS));
  const speaking = new Int16Array(frameCount);
  if (voices > 1) {
    const evidence = gatherEvidence(similarities(labels, vectors), windows, inSpeech, voices);
    bestPath(evidence, voices).forEach((voice, step) => {
      for (const frame of stepFrames(evidence.frames, step)) speaking[frame] = voice;
    });
  }
  return toTurns(inSpeech, speaking);
}

/** Cosine of each window to each voice, after the windows have once moved to their nearest voice. */
function similarities(labels: readonly number[], vectors: readonly Vector[]): number[][] {
  const toCentroids = (current: readonly number[]) => {
    const found = new Map(centroids(current, vectors).map((voice) => [voice.label, voice.vector]));
    const voices = Math.max(...labels) + 1;
    return vectors.map((vector) =>
      Array.from({ length: voices }, (_, k) => dot(found.get(k) ?? new Float64Array(vector.length), vector)),
    );
  };
  return toCentroids(toCentroids(labels).map((row) => argmax(row)));
}

/** Each window speaks for its frames, most for its middle. */
function gatherEvidence(
  scores: readonly number[][],
  windows: readonly Interval[],
  inSpeech: Uint8Array,
  voices: number,
): Evidence {
  const weight = new Float64Array(inSpeech.length).fill(1e-6);
  const sums = Array.from({ length: voices }, () => new Float64Array(inSpeech.length));
  windows.forEach(({ startMs, endMs }, i) => {
    const from = Math.floor(startMs / FRAME_MS);
    const to = Math.min(inSpeech.length, Math.floor(endMs / FRAME_MS));
    const half = (to - from + 1) / 2;
    for (let frame = from; frame < to; frame++) {
      const share = 1 - Math.abs(frame - from + 1 - half) / half;
      weight[frame] = (weight[frame] ?? 0) + share;
      sums.forEach((sum, k) => (sum[frame] = (sum[frame] ?? 0) + (scores[i]?.[k] ?? 0) * share));
    }
  });
  const frames = [...inSpeech.keys()].filter((frame) => inSpeech[frame]);
  return { frames, score: (k, frame) => (sums[k]?.[frame] ?? 0) / (weight[frame] ?? 1) };
}

const stepFrames = (frames: readonly number[], step: number): readonly number[] =>
  frames.slice(step * FRAMES_PER_STEP, (step + 1) * FRAMES_PER_STEP);

function bestPath({ frames, score }: Evidence, voices: number): number[] {
  const changePrice = Math.log((1 - STAY) / (voices - 1) / STAY);
  const cameFrom: number[][] = [];
  let total = new Array<number>(voices).fill(0);
  for (let step = 0; step * FRAMES_PER_STEP < frames.length; step++) {
    const now = stepFrames(frames, step);
    const leader = argmax(total);
    const changed = (total[leader] ?? 0) + changePrice;
    const previous = total;
    const from = previous.map((own, k) => (step === 0 || own >= changed ? k : leader));
    total = previous.map((own, k) => {
      const evidence = now.reduce((sum, frame) => sum + score(k, frame), 0) / now.length;
      return Math.max(step === 0 ? own : changed, own) + SHARPNESS * evidence;
    });
    cameFrom.push(from);
  }
  const path: number[] = [];
  let voice = argmax(total);
  for (const from of cameFrom.reverse()) {
    path.push(voice);
    voice = from[voice] ?? voice;
  }
  return path.reverse();
}

function toTurns(inSpeech: Uint8Array, speaking: Int16Array): VoiceTurn[] {
  const turns: VoiceTurn[] = [];
  let open: VoiceTurn | undefined;
  for (let frame = 0; frame <= inSpeech.length; frame++) {
    const voice = inSpeech[frame] ? speaking[frame] : undefined;
    if (open && open.voice !== voice) {
      turns.push({ ...open, endMs: frame * FRAME_MS });
      open = undefined;
    }
    if (voice !== undefined) open ??= { voice, startMs: frame * FRAME_MS, endMs: frame * FRAME_MS };
  }
  return turns;
}
