import { pairSegments } from './pair-segments.ts';

const stretches = (...ends: [startMs: number, endMs: number][]) =>
  ends.map(([startMs, endMs]) => ({ startMs, endMs }));

describe('segments in the same place', () => {
  it('have one partner each, where short ones are all near each other', () => {
    const pairs = pairSegments(stretches([0, 200], [200, 400]), stretches([210, 410], [410, 610]));
    expect([...pairs]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('leave out what went, not its neighbour', () => {
    expect([...pairSegments(stretches([0, 200], [200, 400]), stretches([200, 400]))]).toEqual([[1, 0]]);
  });

  it('may come in another order where people speak at once', () => {
    const pairs = pairSegments(stretches([0, 3_000], [100, 1_000]), stretches([100, 1_000], [110, 3_000]));
    expect(new Map(pairs)).toEqual(
      new Map([
        [0, 1],
        [1, 0],
      ]),
    );
  });

  it('are at most 0.3 s apart at both ends', () => {
    expect(pairSegments(stretches([0, 10_000]), stretches([0, 10_301])).size).toBe(0);
  });
});
