import {
  ACROSS_RECORDINGS,
  inverseDocumentFrequency,
  rankPassages,
  takeTop,
  type PassageOutline,
  type RankedPassage,
  type RankWeights,
} from './rank-passages.ts';

const NONE: RankWeights = { own: 0, near: 0, covered: 0, coveredFar: 0, far: 0, named: 0, recording: 0 };

/** Passages of average length unless told otherwise; one frequency a term. */
function outlines(given: readonly (Partial<PassageOutline> & { frequencies: number[] })[]): PassageOutline[] {
  return given.map((one, i) => ({
    id: `p${i}`,
    recordingId: 'A',
    ordinal: i,
    length: 10,
    namedShare: 0,
    ...one,
  }));
}

function scores(given: PassageOutline[], weights: Partial<RankWeights>, idf = [2]): Record<string, number> {
  const ranked = rankPassages(given, { idf, averageLength: 10, weights: { ...NONE, ...weights } });
  return Object.fromEntries(ranked.map(({ id, score }) => [id, Number(score.toFixed(4))]));
}

describe('inverseDocumentFrequency', () => {
  it('is ln(1 + (N − n + ½) / (n + ½))', () => {
    expect(inverseDocumentFrequency(3, 1)).toBeCloseTo(Math.log(1 + 2.5 / 1.5), 10);
  });
  it('stays positive for a term in every passage, and for statistics that lag behind', () => {
    expect(inverseDocumentFrequency(4, 4)).toBeCloseTo(Math.log(1 + 0.5 / 4.5), 10);
    expect(inverseDocumentFrequency(2, 5)).toBeGreaterThan(0);
  });
});

describe('rankPassages', () => {
  it('scores a passage by BM25 with k1 0.9 and b 0.4', () => {
    // tf 1, average length: 2 · 1.9 / (1 + 0.9) = 2; twice that long: 2 · 1.9 / (1 + 0.9 · 1.4) = 1.6814;
    // tf 2: 2 · 2 · 1.9 / (2 + 0.9) = 2.6207. All divided by the greatest.
    const given = outlines([
      { frequencies: [1] },
      { frequencies: [1], length: 20 },
      { frequencies: [2] },
      { frequencies: [0] },
    ]);
    expect(scores(given, { own: 1 })).toEqual({ p2: 1, p0: 0.7632, p1: 0.6416 });
    const [best] = rankPassages(given, { idf: [2], averageLength: 10, weights: { ...NONE, own: 1 } });
    expect(best?.ownScore).toBeCloseTo(7.6 / 2.9, 10);
  });

  it('weighs rare terms more', () => {
    const given = outlines([{ frequencies: [1, 0] }, { frequencies: [0, 1] }]);
    expect(scores(given, { own: 1 }, [1, 4])).toEqual({ p1: 1, p0: 0.25 });
  });

  it('lets a hit shine on its neighbours: e^(−d² / 2σ²), σ 2 near and 6 far', () => {
    const given = outlines([{ frequencies: [1] }, { frequencies: [0] }, { frequencies: [0] }]);
    expect(scores(given, { near: 1 })).toEqual({ p0: 1, p1: 0.8825, p2: 0.6065 });
    expect(scores(given, { far: 1 })).toEqual({ p0: 1, p1: 0.9862, p2: 0.946 });
  });

  it('shines no further than three σ, and never into another recording', () => {
    const far = outlines(Array.from({ length: 8 }, (_, i) => ({ frequencies: [i === 0 ? 1 : 0] })));
    expect(Object.keys(scores(far, { near: 1 }))).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    const other = outlines([{ frequencies: [1] }, { frequencies: [0], recordingId: 'B' }]);
    expect(scores(other, { near: 1 })).toEqual({ p0: 1 });
  });

  it('counts how much of the question a neighbourhood covers: tf / (tf + 2), a term at a time', () => {
    // p1 has both terms once: 2 · 1/3 and what shines over from p0; p0 has the first three times.
    // σ 2.5: a neighbour's share is e^(−1 / 12.5) = 0.92312.
    const given = outlines([{ frequencies: [3, 0] }, { frequencies: [1, 1] }]);
    const at = (tf: number) => tf / (tf + 2);
    const p0 = at(3 + 0.92312) + at(0.92312);
    const p1 = at(1 + 3 * 0.92312) + at(1);
    const found = scores(given, { covered: 1 }, [1, 1]);
    expect(found['p1']).toBe(1);
    expect(found['p0']).toBeCloseTo(p0 / p1, 3);
  });

  it('prefers what people say whom the question names', () => {
    const given = outlines([
      { frequencies: [1], namedShare: 0.2 },
      { frequencies: [1], namedShare: 0.8 },
    ]);
    // (1 + 0.5 · 0.25) / (1 + 0.5 · 1)
    expect(scores(given, { own: 1, named: 0.5 })).toEqual({ p1: 1, p0: 0.75 });
  });

  it('prefers the recording whose three best passages are best', () => {
    const given = outlines([
      { frequencies: [1] },
      { frequencies: [1] },
      { frequencies: [1] },
      { frequencies: [1], recordingId: 'B' },
    ]);
    // A: mean of 1, 1, 1; B: mean of 1, 0, 0. (1 + 0.5 · 1/3) / (1 + 0.5)
    expect(scores(given, { own: 1, recording: 0.5 })).toEqual({ p0: 1, p1: 1, p2: 1, p3: 0.7778 });
  });

  it('ranks passages that match by themselves before those between them, also across recordings', () => {
    const given = outlines([1, 0, 1, 0, 1].map((tf) => ({ frequencies: [tf] })));
    expect(Object.keys(scores(given, ACROSS_RECORDINGS)).slice(0, 3).toSorted()).toEqual(['p0', 'p2', 'p4']);
  });

  it('mixes meaning into words 0.3 to 0.7, from the least similar to the most', () => {
    const given = outlines([
      { frequencies: [1], similarity: 0.2 },
      { frequencies: [0], similarity: 0.6 },
      { frequencies: [0], similarity: 0.4 },
    ]);
    expect(scores(given, { own: 1 })).toEqual({ p0: 1, p1: 0.4286, p2: 0.2143 });
  });

  it('takes a passage without a vector for the least similar one', () => {
    const given = outlines([
      { frequencies: [0], similarity: 0.5 },
      { frequencies: [0] },
      { frequencies: [1], similarity: 0.1 },
    ]);
    expect(scores(given, { own: 1 })).toEqual({ p2: 1, p0: 0.4286 });
  });

  it('finds nothing where nothing matches', () => {
    expect(scores(outlines([{ frequencies: [0] }]), { own: 1, near: 1 })).toEqual({});
    expect(rankPassages([], { idf: [1], averageLength: 0, weights: { ...NONE, own: 1 } })).toEqual([]);
  });
});

describe('takeTop', () => {
  const ranked = (...ownScores: number[]): RankedPassage[] =>
    ownScores.map((ownScore, i) => ({
      id: `p${i}`,
      recordingId: 'A',
      ordinal: i,
      score: 1 - i / 10,
      ownScore,
    }));
  const ids = (taken: readonly RankedPassage[]) => taken.map(({ id }) => id);

  it('keeps places for what matches by itself', () => {
    expect(ids(takeTop(ranked(0, 1, 0, 5, 4), 3, 1))).toEqual(['p0', 'p1', 'p3']);
    expect(ids(takeTop(ranked(0, 1, 0, 5, 4), 3, 2))).toEqual(['p0', 'p3', 'p4']);
  });
  it('moves nothing when the hits are among the best anyway, or match nothing', () => {
    expect(ids(takeTop(ranked(5, 1, 0, 2), 3, 1))).toEqual(['p0', 'p1', 'p2']);
    expect(ids(takeTop(ranked(1, 0, 0), 2, 2))).toEqual(['p0', 'p1']);
  });
  it('never takes more than asked for', () => {
    expect(ids(takeTop(ranked(0, 0, 3, 4, 5), 1, 2))).toEqual(['p4']);
  });
});
