import { findSound } from './find-sound.ts';

/** 20 ms frames: `[level, milliseconds]…` */
const levels = (...parts: [number, number][]) =>
  Float32Array.from(parts.flatMap(([level, ms]) => new Array<number>(ms / 20).fill(level)));

describe('where something is heard', () => {
  it('leaves out pauses, not breaths', () => {
    const heard = findSound(
      levels([0.001, 1_000], [0.1, 2_000], [0.001, 200], [0.1, 1_000], [0.001, 800], [0.1, 1_000]),
      6_000,
    );
    expect(heard).toEqual([
      { startMs: 1_000, endMs: 4_200 },
      { startMs: 5_000, endMs: 6_000 },
    ]);
  });

  it('measures against the recording’s own background', () => {
    expect(findSound(levels([0.02, 2_000], [0.2, 1_000], [0.02, 2_000]), 5_000)).toEqual([
      { startMs: 2_000, endMs: 3_000 },
    ]);
  });

  it('finds nothing in silence', () => {
    expect(findSound(levels([0, 3_000]), 3_000)).toEqual([]);
  });
});
