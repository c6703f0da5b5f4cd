import { Word } from '../segment/word.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { matchRuns } from './match-runs.ts';
import { matchMerged, tellApart } from './merged-speakers.ts';
import { pairSegments } from './pair-segments.ts';
import { placeChoices } from './place-choices.ts';
import { placeRemovals } from './place-removals.ts';
import { heardAndChosen, snapBoundaries } from './snap-boundaries.ts';
import { spliceText } from './splice-text.ts';

/** Whatever an engine makes of a recording, nothing fails or hangs, and nothing goes to two places. */

/** Numbers from 0 to 1, the same ones each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TEXTS = ['', 'so', 'so so', '…', 'yes it is', '好的 谢谢', 'so yes it is so'];

/** Overlapping, unsorted, of no length, before the beginning, at the same time, without words or with those of others. */
function nasty(next: () => number, count: number, withinMs: number): ChosenSegment[] {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  return Array.from({ length: count }, (_, at) => {
    const startMs = Math.round(next() * withinMs) - 500;
    const endMs = startMs + pick([0, 0, 1, 20, 300, 900, 5_000, withinMs]);
    const words = pick(TEXTS).split(' ').filter(Boolean);
    const moved = next() < 0.2;
    return {
      id: `${at}`,
      place: `${at}`,
      speakerId: pick(['ann', 'ben', 'cleo']),
      heardSpeakerId: pick(['ann', 'ben', 'cleo']),
      startMs,
      endMs,
      head: [words[0] ?? null, words[1] ?? null],
      tail: [words.at(-1) ?? null, words.at(-2) ?? null],
      textChosen: next() < 0.7,
      speakerChosen: next() < 0.3,
      given: next() < 0.1,
      cut: moved,
      onlyCut: false,
      partOf: null,
      startMoved: moved,
      endMoved: next() < 0.2,
      heard: next() < 0.3 ? words.map((word) => [startMs, endMs, null, word] as const) : null,
      author: 'Ann',
    };
  });
}

const spoken = (next: () => number, { startMs, endMs }: ChosenSegment) => {
  const text = TEXTS[Math.floor(next() * TEXTS.length)] ?? '';
  const words = text.split(' ').filter(Boolean);
  return {
    startMs,
    endMs,
    text,
    words: words.map((word) => Object.assign(new Word(), { text: word, startMs, endMs, confidence: null })),
  };
};

function carryAll(
  next: () => number,
  earlier: ChosenSegment[],
  later: ChosenSegment[],
  removed: number,
): void {
  const merged = new Map([['ben', 'ann']]);
  const matched = matchMerged(earlier, later, merged, later, new Map([['ben', later.slice(0, 20)]]));
  const apart = tellApart(earlier, merged, matched);
  const snapped = snapBoundaries(heardAndChosen(apart), later);
  for (const { earlier: run, later: other } of matchRuns(
    apart.map((segment) => ({ ...segment, corrected: segment.textChosen })),
    snapped,
  )) {
    expect(run[0]).toBeLessThanOrEqual(run[1]);
    expect(other[0]).toBeLessThanOrEqual(other[1]);
  }
  const pairs = pairSegments(apart, snapped);
  expect(new Set(pairs.values()).size).toBe(pairs.size);
  const placed = placeChoices(apart, snapped);
  const seen = [...placed.texts.map(({ segment }) => segment), ...placed.left];
  const chosen = apart.filter(({ textChosen }) => textChosen);
  expect(new Set(seen.filter(({ textChosen }) => textChosen))).toEqual(new Set(chosen));
  const pieces = later.map((segment) => ({ ...segment, ...spoken(next, segment), edited: next() < 0.1 }));
  const removals = earlier.slice(0, removed).map((segment) => ({
    ...spoken(next, segment),
    speakerName: segment.speakerId,
    author: 'Ann',
    texts: [spoken(next, segment).words.map(({ text }) => text)],
  }));
  const standing = earlier.slice(removed).map((segment) => spoken(next, segment));
  const { removed: gone, cut } = placeRemovals(removals, standing, pieces);
  const ids = gone.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(cut.filter(({ id }) => ids.includes(id))).toEqual([]);
  for (const segment of earlier.slice(0, 20)) {
    const piece = spoken(next, segment);
    spliceText({ ...piece, heard: piece.words }, pieces.slice(0, 50), new Set(), { before: [], after: [] });
  }
}

it.each(Array.from({ length: 20 }, (_, seed) => seed))('of any shape %i', (seed) => {
  const next = random(seed);
  for (let time = 0; time < 20; time += 1) {
    const [before, after] = [Math.floor(next() * 12), Math.floor(next() * 12)];
    const [earlier, later] = [nasty(next, before, 4_000), nasty(next, after, 4_000)];
    expect(() => carryAll(next, earlier, later, Math.floor(next() * 4))).not.toThrow();
  }
});

it.each([
  ['spread over a day', 86_400_000],
  ['very short and many', 400_000],
])(
  'of 5,000 segments, %s',
  (_what, withinMs) => {
    const next = random(7);
    const short = () =>
      nasty(next, 5_000, withinMs)
        .map((segment) => ({ ...segment, endMs: Math.min(segment.endMs, segment.startMs + 80) }))
        .toSorted((a, b) => a.startMs - b.startMs);
    expect(() => carryAll(next, short(), short(), 500)).not.toThrow();
  },
  20_000,
);
