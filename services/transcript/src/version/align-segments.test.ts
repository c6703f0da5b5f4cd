import { alignSegments, type Stretch } from './align-segments.ts';

const at = (startMs: number, endMs: number): Stretch => ({ startMs, endMs });

describe('segments of two transcripts', () => {
  it('are the same in the same place, give or take', () => {
    const earlier = [at(0, 1_000), at(1_000, 3_000), at(3_000, 4_000)];
    const later = earlier.map(({ startMs, endMs }) => at(startMs + 250, endMs - 250));
    expect(alignSegments(earlier, later)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('are the same where most of what they span is common, and else came or went', () => {
    const earlier = [at(0, 4_000), at(4_000, 5_000), at(5_000, 9_000)];
    const later = [at(0, 4_100), at(4_100, 9_000), at(12_000, 13_000)];
    expect(alignSegments(earlier, later)).toEqual([
      [0, 0],
      [2, 1],
    ]);
    expect(alignSegments([], later)).toEqual([]);
    expect(alignSegments(earlier, [])).toEqual([]);
  });

  it('never cross, though two speak at once', () => {
    const earlier = [at(0, 5_000), at(1_000, 2_000)];
    expect(alignSegments(earlier, earlier.toReversed())).toHaveLength(1);
  });

  it('may have no length', () => {
    const points = [at(0, 0), at(100, 100), at(200, 200)];
    expect(alignSegments(points, points)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('are found in a long recording', () => {
    const all = Array.from({ length: 20_000 }, (_, index) => at(index * 1_000, index * 1_000 + 990));
    expect(alignSegments(all, all)).toHaveLength(20_000);
  });
});
