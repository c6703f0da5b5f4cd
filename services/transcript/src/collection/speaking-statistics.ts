import { lengthMs, mergeIntervals, overlapMs, type Interval } from '@colloquy/speech';

/** Two people who meet for less than this at a change of speaker have not interrupted each other. */
const MIN_INTERRUPTION_MS = 250;
/** Who has hardly begun cannot be interrupted. */
const MIN_INTERRUPTED_MS = 1_000;
/** Nobody talks for longer without any pause: how far back a turn is looked for that still goes on. */
const MAX_TURN_MS = 30 * 60_000;

export interface SaidStretch extends Interval {
  speakerId: string;
  words: number;
}

/** As the diarizer heard it: those of different speakers may overlap. */
export interface HeardTurn extends Interval {
  speakerId: string;
}

/** How much one speaker says in one recording. */
export interface SpeakingCounts {
  talkTimeMs: number;
  turns: number;
  words: number;
  longestMonologueMs: number;
  overlapMs: number;
  interruptions: number;
}

export const nothingSaid = (): SpeakingCounts => ({
  talkTimeMs: 0,
  turns: 0,
  words: 0,
  longestMonologueMs: 0,
  overlapMs: 0,
  interruptions: 0,
});

/**
 * Counts per speaker.
 *
 *     segments   |A1||-A2-|  |B1|  |A3|      turns of A: A1 A2 together, and A3; the longest monologue ends with A2
 *     heard      |---A----|
 *                     |---B----|             overlap of A and of B; B interrupts A
 *
 * @param said in order of the transcript
 * @param heard where that is not known, what was said counts as heard
 */
export function speakingCounts(
  said: readonly SaidStretch[],
  heard: readonly HeardTurn[] = said,
): Map<string, SpeakingCounts> {
  const counts = new Map<string, SpeakingCounts>();
  const of = (speakerId: string): SpeakingCounts => {
    const known = counts.get(speakerId) ?? nothingSaid();
    counts.set(speakerId, known);
    return known;
  };
  let turn: SaidStretch | undefined;
  for (const stretch of said) {
    const count = of(stretch.speakerId);
    count.talkTimeMs += lengthMs(stretch);
    count.words += stretch.words;
    if (turn?.speakerId === stretch.speakerId) turn = { ...turn, endMs: Math.max(turn.endMs, stretch.endMs) };
    else {
      turn = stretch;
      count.turns += 1;
    }
    count.longestMonologueMs = Math.max(count.longestMonologueMs, lengthMs(turn));
  }
  const turns = turnsOf(heard);
  for (const [at, one] of turns.entries()) {
    const met = metAt(turns, at);
    if (met.length === 0) continue;
    const count = of(one.speakerId);
    const together = met.map((other) => ({
      startMs: Math.max(one.startMs, other.startMs),
      endMs: Math.min(one.endMs, other.endMs),
    }));
    count.overlapMs += mergeIntervals(together).reduce((sum, interval) => sum + lengthMs(interval), 0);
    if (met.some((other) => interrupts(one, other))) count.interruptions += 1;
  }
  return counts;
}

/** `one` begins while `other` talks, and goes on after them. */
const interrupts = (one: HeardTurn, other: HeardTurn): boolean =>
  one.startMs - other.startMs >= MIN_INTERRUPTED_MS &&
  overlapMs(one, other) >= MIN_INTERRUPTION_MS &&
  one.endMs > other.endMs;

/** One speaker's never overlap; in order of start. */
function turnsOf(heard: readonly HeardTurn[]): HeardTurn[] {
  return [...Map.groupBy(heard, ({ speakerId }) => speakerId)]
    .flatMap(([speakerId, own]) => mergeIntervals(own).map((interval) => ({ ...interval, speakerId })))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

/** Other speakers' turns that share time with the one at `index`. */
function metAt(turns: readonly HeardTurn[], index: number): HeardTurn[] {
  const one = turns[index];
  const met: HeardTurn[] = [];
  if (!one) return met;
  for (let at = index - 1; at >= 0; at -= 1) {
    const earlier = turns[at];
    if (!earlier || one.startMs - earlier.startMs > MAX_TURN_MS) break;
    met.push(earlier);
  }
  for (let at = index + 1; at < turns.length; at += 1) {
    const later = turns[at];
    if (!later || later.startMs >= one.endMs) break;
    met.push(later);
  }
  return met.filter((other) => other.speakerId !== one.speakerId && overlapMs(one, other) > 0);
}

/** What somebody says in several recordings. */
export function sumCounts(counts: readonly SpeakingCounts[]): SpeakingCounts {
  return counts.reduce(
    (sum, one) => ({
      talkTimeMs: sum.talkTimeMs + one.talkTimeMs,
      turns: sum.turns + one.turns,
      words: sum.words + one.words,
      longestMonologueMs: Math.max(sum.longestMonologueMs, one.longestMonologueMs),
      overlapMs: sum.overlapMs + one.overlapMs,
      interruptions: sum.interruptions + one.interruptions,
    }),
    nothingSaid(),
  );
}
