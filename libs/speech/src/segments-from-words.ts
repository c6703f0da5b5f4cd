import { resolveOverlaps } from './resolve-overlaps.ts';
import { endsSentence, lacksPunctuation, restoreText } from './restore-text.ts';
import { gapMs, lengthMs, overlapMs, speakerLabel, type Interval, type Turn } from './timeline.ts';

/** A word as a recogniser heard it; `confidence` 0 to 1 where the engine gives one. */
export interface RecognizedWord extends Interval {
  text: string;
  confidence: number | null;
}

/** One speaker's contiguous stretch with its words. */
export interface SpokenSegment extends Turn {
  text: string;
  words: RecognizedWord[];
}

export interface SegmentOptions {
  /** A silence longer than this begins a new segment. Default 1,500. */
  maxPauseMs?: number;
  /** Past this length a segment ends with its sentence. Default 30,000. */
  maxSegmentMs?: number;
  /** Restore casing and punctuation. Default: when the recogniser gave no punctuation at all. */
  restore?: boolean;
}

/** Without punctuation to break at, a segment is cut at this multiple of `maxSegmentMs` whatever the text says. */
const HARD_LIMIT = 2;

/**
 * Joins what was said to who spoke: each word belongs to the speaker whose turn it shares most time with (the nearest
 * turn when it lies in none), and a segment breaks at a change of speaker, a long pause, or the first sentence end past
 * `maxSegmentMs`. Words are taken in order of their start; segments come in order, with one speaker each.
 */
export function segmentsFromWords(
  words: readonly RecognizedWord[],
  turns: readonly Turn[],
  options: SegmentOptions = {},
): SpokenSegment[] {
  const { maxPauseMs = 1500, maxSegmentMs = 30_000 } = options;
  const restore = options.restore ?? lacksPunctuation(words);
  const spoken = words.filter((word) => word.text.trim()).sort((a, b) => a.startMs - b.startMs);
  return runsOfOneSpeaker(spoken, resolveOverlaps(turns), maxPauseMs)
    .map((run) => ({ ...run, words: restore ? restoreText(run.words) : run.words }))
    .flatMap(({ speaker, words: own }) =>
      breakAtSentences(own, maxSegmentMs).map((part) => toSegment(speaker, part)),
    );
}

interface Run {
  speaker: string;
  words: RecognizedWord[];
}

function runsOfOneSpeaker(
  words: readonly RecognizedWord[],
  turns: readonly Turn[],
  maxPauseMs: number,
): Run[] {
  const runs: Run[] = [];
  const nextSpeaker = speakerFinder(turns);
  for (const word of words) {
    const speaker = nextSpeaker(word);
    const run = runs.at(-1);
    const last = run?.words.at(-1);
    if (run && last && run.speaker === speaker && word.startMs - last.endMs <= maxPauseMs)
      run.words.push(word);
    else runs.push({ speaker, words: [word] });
  }
  return runs;
}

/** Answers for words in order of start, walking the turns once: linear, not quadratic, in a long recording. */
function speakerFinder(turns: readonly Turn[]): (word: Interval) => string {
  let first = 0;
  return (word) => {
    // The turn that ended last before the word stays a candidate for words between two turns.
    while (first + 1 < turns.length && (turns[first + 1]?.startMs ?? Infinity) <= word.startMs) first++;
    let best: { speaker: string; overlap: number; distance: number } | undefined;
    for (let i = Math.max(0, first - 1); i < turns.length; i++) {
      const turn = turns[i];
      if (!turn || (best && turn.startMs >= word.endMs && gapMs(turn, word) >= best.distance)) break;
      const candidate = {
        speaker: turn.speaker,
        overlap: overlapMs(turn, word),
        distance: gapMs(turn, word),
      };
      if (
        !best ||
        candidate.overlap > best.overlap ||
        (candidate.overlap === best.overlap && candidate.distance < best.distance)
      )
        best = candidate;
    }
    return best?.speaker ?? speakerLabel(0);
  };
}

function breakAtSentences(words: readonly RecognizedWord[], maxSegmentMs: number): RecognizedWord[][] {
  const parts: RecognizedWord[][] = [];
  let part: RecognizedWord[] = [];
  for (const word of words) {
    part.push(word);
    const spanMs = lengthMs({ startMs: part[0]?.startMs ?? word.startMs, endMs: word.endMs });
    if ((spanMs > maxSegmentMs && endsSentence(word.text)) || spanMs > maxSegmentMs * HARD_LIMIT) {
      parts.push(part);
      part = [];
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function toSegment(speaker: string, words: RecognizedWord[]): SpokenSegment {
  const startMs = words[0]?.startMs ?? 0;
  const endMs = Math.max(startMs + 1, ...words.map((word) => word.endMs));
  return { speaker, startMs, endMs, text: words.map((word) => word.text.trim()).join(' '), words };
}
