import { assignByTrack } from './assign-voices.ts';
import { unit } from './vector.ts';

const ANNA = unit([1, 0, 0]);
const BEN = unit([0, 1, 0]);
const CARA = unit([0, 0.6, 0.8]);

/** A track of two seconds, heard in `windows`. */
function track(...windows: number[]) {
  const heard = [{ startMs: 0, endMs: 2_000 }];
  return { units: windows.map((window) => ({ window, speaker: 0 })), alone: heard, active: heard };
}
const voicesOf = (tracks: ReturnType<typeof track>[], vectors: (typeof ANNA)[], count?: number) =>
  assignByTrack(tracks, vectors, { mergeSimilarity: 0.5, count }).map(({ voice }) => voice);

describe('tracks heard in one window', () => {
  const together = [track(0), track(0), track(0)];

  it('are different voices when the number of voices is not given', () => {
    expect(voicesOf(together, [ANNA, ANNA, ANNA])).toEqual([0, 1, 2]);
  });

  it.each([
    [1, [0, 0, 0]],
    [2, [0, 1, 1]],
    [3, [0, 1, 2]],
  ])('join when at most %i voices are given, the most alike first', (count, voices) => {
    expect(voicesOf(together, [ANNA, BEN, CARA], count)).toEqual(voices);
  });

  it('join only after all others', () => {
    expect(voicesOf([track(0), track(0), track(1)], [BEN, CARA, ANNA], 2)).toEqual([0, 1, 0]);
  });
});
