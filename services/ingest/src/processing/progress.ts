import { lengthMs, type Interval } from '@colloquy/speech';
import type { ProcessingRun } from './processing-run.entity.ts';

/** A part of the way from 0 to 1. */
export interface Span {
  from: number;
  to: number;
}

/** Shares of the whole way. Decoding runs at a thousand times real time; nearly all of it is recognition. */
export const PREPARE_SPAN: Span = { from: 0, to: 0.04 };
const CHUNKS_SPAN: Span = { from: 0.04, to: 0.98 };
export const PUBLISH_SPAN: Span = { from: 0.98, to: 0.99 };

/** Shares of one piece. What lies between is diarizing and transcribing, by the speed of the engines. */
const ENGINES_SHARE: Span = { from: 0, to: 0.98 };
export const ALIGN_SHARE: Span = { from: 0.98, to: 1 };

/** Seconds an engine takes for a second of audio. */
export interface EngineSpeeds {
  diarize: number;
  transcribe: number;
}

/** The shares of one piece that its two engines take. */
export function engineShares({ diarize, transcribe }: EngineSpeeds): { diarize: Span; transcribe: Span } {
  const middle = at(ENGINES_SHARE, diarize / (diarize + transcribe));
  return { diarize: { from: 0, to: middle }, transcribe: { from: middle, to: ENGINES_SHARE.to } };
}

/** Too little done to tell the speed. */
const MIN_PROGRESS = 0.02;
const MIN_SECONDS = 1;

/** From here on an engine that says nothing is taken to be slower than expected. */
const ON_TIME = 0.8;

/**
 * How far an engine that does not say so is likely to be, after `elapsed` of the `expected` seconds: evenly at first,
 * then ever slower towards 1, which only the engine itself reaches.
 */
export function likelyFraction(elapsed: number, expected: number): number {
  const share = elapsed / Math.max(expected, 0.1);
  if (share <= ON_TIME) return Math.max(0, share);
  return ON_TIME + (1 - ON_TIME) * (1 - Math.exp(-(share - ON_TIME) / (1 - ON_TIME) / 2)) * 0.99;
}

/** Said so early that it tells nothing of the speed. */
const MIN_SAID = 0.05;

/** How far an engine probably is in a piece: by what was expected of it, and better by what it says itself. */
export class EnginePace {
  private said = 0;
  private expectedSeconds: number;

  constructor(private readonly assumedSeconds: number) {
    this.expectedSeconds = assumedSeconds;
  }

  /** The engine is at `fraction` after `elapsed` seconds. A quick beginning is no promise; a slow one is believed. */
  learn(fraction: number, elapsed: number): void {
    this.said = Math.max(this.said, fraction);
    if (fraction >= MIN_SAID) this.expectedSeconds = Math.max(this.assumedSeconds, elapsed / fraction);
  }

  fraction(elapsed: number): number {
    return Math.max(this.said, likelyFraction(elapsed, this.expectedSeconds));
  }

  /** It takes longer than expected: how much longer, nobody knows. */
  isOverrun(elapsed: number): boolean {
    return this.said < 1 && elapsed > Math.max(this.expectedSeconds, MIN_SECONDS);
  }
}

export const at = ({ from, to }: Span, fraction: number): number =>
  from + (to - from) * Math.min(1, Math.max(0, fraction));

export const within = (outer: Span, inner: Span): Span => ({
  from: at(outer, inner.from),
  to: at(outer, inner.to),
});

/** The part of the way that piece `index` is, by its share of the audio. */
export function chunkSpan(chunks: readonly Interval[], index: number): Span {
  const total = chunks.reduce((sum, chunk) => sum + lengthMs(chunk), 0);
  if (total === 0) return CHUNKS_SPAN;
  const before = chunks.slice(0, index).reduce((sum, chunk) => sum + lengthMs(chunk), 0);
  const chunk = chunks[index];
  return {
    from: at(CHUNKS_SPAN, before / total),
    to: at(CHUNKS_SPAN, (before + (chunk ? lengthMs(chunk) : 0)) / total),
  };
}

type Measured = Pick<ProcessingRun, 'measuredAt' | 'measuredProgress'>;

/**
 * From when and where on the speed of a run is measured, as it begins a step: from the first piece, and again from the
 * piece that it goes on with after a death or a pause. Time in which it waited to begin, or nobody worked, says nothing.
 */
export function measureFrom(
  run: Measured & Pick<ProcessingRun, 'stepStarts' | 'nextStep' | 'chunks' | 'chunksDone'>,
  now: Date,
): Measured {
  const { measuredAt, measuredProgress } = run;
  if (measuredAt && run.stepStarts === 0) return { measuredAt, measuredProgress };
  if (run.nextStep !== 'CHUNK') return { measuredAt: null, measuredProgress };
  return { measuredAt: now, measuredProgress: at(chunkSpan(run.chunks ?? [], run.chunksDone), 0) };
}

/**
 * Seconds left, if the rest goes as fast as the way from `measured.progress` (at `measured.at`) to `progress` (now).
 * Waiting for other recordings' turns between two pieces counts: it will go on. Null while too little is done to tell.
 */
export function estimateRemaining(
  measured: { at: Date; progress: number },
  progress: number,
  now: Date,
): number | null {
  const seconds = (now.getTime() - measured.at.getTime()) / 1000;
  const done = progress - measured.progress;
  if (done < MIN_PROGRESS || seconds < MIN_SECONDS) return null;
  return Math.max(1, Math.round((seconds / done) * (1 - progress)));
}
