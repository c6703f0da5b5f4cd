import { toUnit } from '@colloquy/engines/text';

/** What ranking needs to know of a passage. */
export interface PassageOutline {
  id: string;
  recordingId: string;
  /** Place in its recording; outlines of one recording are given in this order. */
  ordinal: number;
  /** Indexed terms in it. */
  length: number;
  /** How often each of the question's terms occurs in it, in the order of the terms. */
  frequencies: readonly number[];
  /** Share of its words spoken by people the question names, 0 to 1. */
  namedShare: number;
  /** Cosine similarity to the question, when passages are embedded. */
  similarity?: number;
}

export interface RankOptions {
  /** Inverse document frequency of each of the question's terms. */
  idf: readonly number[];
  /** Mean number of terms in a passage. */
  averageLength: number;
  weights: RankWeights;
}

/** How much each part of the score counts; each is divided by its maximum first. */
export interface RankWeights {
  /** BM25 of the passage alone. */
  own: number;
  /** BM25 smoothed over the next passages on both sides, σ = 2. */
  near: number;
  /** Coverage: how many of the question's terms the neighbourhood holds, σ = 2.5 … */
  covered: number;
  /** … and the wider stretch, σ = 6. */
  coveredFar: number;
  /** BM25 smoothed over the wider stretch, σ = 6: the topic. */
  far: number;
  /** Words spoken by people the question names. */
  named: number;
  /** Mean of the recording's best three passages: which recording is it about. */
  recording: number;
}

export const WITHIN_RECORDING: RankWeights = {
  own: 0.3,
  near: 0.6,
  covered: 0.7,
  coveredFar: 0,
  far: 0.3,
  named: 0.7,
  recording: 0,
};
export const ACROSS_RECORDINGS: RankWeights = {
  own: 0.3,
  near: 0.6,
  covered: 0.7,
  coveredFar: 0.5,
  far: 0.2,
  named: 0.2,
  recording: 0.5,
};

export interface RankedPassage {
  id: string;
  recordingId: string;
  ordinal: number;
  /** 0 to 1; comparable within one question. */
  score: number;
  /** Of the passage alone, unsmoothed: 0 when it holds none of the question's terms. */
  ownScore: number;
}

const K1 = 0.9;
const B = 0.4;
/** A term counts half when its neighbourhood holds this many of it. */
const COVERAGE_HALF = 2;
/** With an embedder: lexical to dense. Raise the dense side only when a held-out set says so. */
const LEXICAL_SHARE = 0.7;

/** log(1 + (N − n + ½) / (n + ½)), as in Lucene: never negative. */
export const inverseDocumentFrequency = (passages: number, containing: number): number =>
  Math.log(1 + (Math.max(passages, containing) - containing + 0.5) / (containing + 0.5));

/**
 * Ranks passages for a question, best first: BM25 (Robertson et al., k1 0.9, b 0.4), its Gaussian smoothing over
 * neighbours of the same recording (answers run over several passages), the coverage of the question by the
 * neighbourhood, and who is speaking. Tuned on QMSum's validation split: `bench/retrieval.mjs`.
 */
export function rankPassages(outlines: readonly PassageOutline[], options: RankOptions): RankedPassage[] {
  const { idf, averageLength, weights } = options;
  const lexical = outlines.map((passage) =>
    sum(passage.frequencies, (tf, term) => {
      const norm = K1 * (1 - B + (B * passage.length) / Math.max(averageLength, 1));
      return tf === 0 ? 0 : ((idf[term] ?? 0) * tf * (K1 + 1)) / (tf + norm);
    }),
  );
  const own = mixInSimilarity(lexical, outlines);
  const runs = runsByRecording(outlines);
  const near = smooth(own, runs, 2);
  const far = smooth(own, runs, 6);
  const coverage = (sigma: number) =>
    weightedSum(
      idf.map((weight, term) => {
        const around = smooth(
          outlines.map((passage) => passage.frequencies[term] ?? 0),
          runs,
          sigma,
        );
        return [around.map((tf) => tf / (tf + COVERAGE_HALF)), weight];
      }),
    );
  const named = outlines.map((passage) => passage.namedShare);
  const parts: [number[], number][] = [
    [own, weights.own],
    [near, weights.near],
    [coverage(2.5), weights.covered],
    [coverage(6), weights.coveredFar],
    [far, weights.far],
    [named, weights.named],
  ];
  const fused = toUnit(
    weightedSum(
      parts.map(([values, weight]) => [toUnit(values), weight]),
      outlines.length,
    ),
  );
  const recording = toUnit(bestThree(fused, runs));
  const total = toUnit(
    weightedSum([
      [fused, 1],
      [recording, weights.recording],
    ]),
  );
  return outlines
    .map(({ id, recordingId, ordinal }, i) => ({
      id,
      recordingId,
      ordinal,
      score: total[i] ?? 0,
      ownScore: lexical[i] ?? 0,
    }))
    .filter((passage) => passage.score > 0)
    .toSorted((a, b) => b.score - a.score);
}

/**
 * The best `count`, with `reserved` places kept for passages that match by themselves: smoothing may lift a whole
 * neighbourhood above the one passage elsewhere that has the answer.
 */
export function takeTop(ranked: readonly RankedPassage[], count: number, reserved: number): RankedPassage[] {
  const top = ranked.slice(0, count);
  const hits = ranked.filter((passage) => passage.ownScore > 0).toSorted((a, b) => b.ownScore - a.ownScore);
  const missing = hits.slice(0, reserved).filter((hit) => !top.includes(hit));
  return [...top.slice(0, Math.max(0, count - missing.length)), ...missing].slice(0, count);
}

function mixInSimilarity(lexical: number[], outlines: readonly PassageOutline[]): number[] {
  const similarities = outlines.flatMap(({ similarity }) => (similarity === undefined ? [] : [similarity]));
  if (similarities.length === 0) return lexical;
  const lowest = similarities.reduce((a, b) => Math.min(a, b));
  const dense = toUnit(outlines.map(({ similarity }) => (similarity ?? lowest) - lowest));
  return weightedSum([
    [toUnit(lexical), LEXICAL_SHARE],
    [dense, 1 - LEXICAL_SHARE],
  ]);
}

/** `[start, end)` of each recording's passages. */
type Run = readonly [start: number, end: number];

function runsByRecording(outlines: readonly PassageOutline[]): Run[] {
  const runs: Run[] = [];
  for (let start = 0, i = 1; i <= outlines.length; i += 1) {
    if (i < outlines.length && outlines[i]?.recordingId === outlines[start]?.recordingId) continue;
    runs.push([start, i]);
    start = i;
  }
  return runs;
}

/** Weights each value's neighbours in its run by a Gaussian of `sigma` places, cut off at 3 σ. */
function smooth(values: readonly number[], runs: readonly Run[], sigma: number): number[] {
  const reach = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: reach + 1 }, (_, distance) =>
    Math.exp(-(distance ** 2) / (2 * sigma ** 2)),
  );
  const smoothed = new Array<number>(values.length).fill(0);
  for (const [start, end] of runs) {
    for (let i = start; i < end; i += 1) {
      const value = values[i] ?? 0;
      if (value === 0) continue;
      for (let j = Math.max(start, i - reach); j < Math.min(end, i + reach + 1); j += 1) {
        smoothed[j] = (smoothed[j] ?? 0) + value * (kernel[Math.abs(i - j)] ?? 0);
      }
    }
  }
  return smoothed;
}

/** Of each passage, the mean of the three best of its recording. */
function bestThree(values: readonly number[], runs: readonly Run[]): number[] {
  const means = new Array<number>(values.length).fill(0);
  for (const [start, end] of runs) {
    const best = values
      .slice(start, end)
      .toSorted((a, b) => b - a)
      .slice(0, 3);
    means.fill(sum(best, (value) => value) / 3, start, end);
  }
  return means;
}

function weightedSum(
  parts: readonly (readonly [readonly number[], number])[],
  length = parts[0]?.[0].length ?? 0,
): number[] {
  return Array.from({ length }, (_, i) => sum(parts, ([values, weight]) => weight * (values[i] ?? 0)));
}

const sum = <T>(items: readonly T[], valueOf: (item: T, index: number) => number): number =>
  items.reduce((total, item, index) => total + valueOf(item, index), 0);
