import { matchRuns } from './match-runs.ts';

/** Seconds from and to, whether it is corrected, its last word and its first. */
const cut = (
  ...stretches: [from: number, to: number, corrected?: boolean, last?: string, first?: string][]
) =>
  stretches.map(([from, to, corrected = true, last = 'so', first = 'so']) => ({
    startMs: from * 1_000,
    endMs: to * 1_000,
    heardStartMs: from * 1_000,
    heardEndMs: to * 1_000,
    corrected,
    speakerId: 'anna',
    head: [first],
    tail: [last],
  }));

describe('runs of corrected segments', () => {
  it('stand for what was split', () => {
    expect(matchRuns(cut([0, 2, false], [2, 4], [4, 6]), cut([0, 2.1], [2.1, 6.2]))).toEqual([
      { earlier: [1, 2], later: [1, 1] },
    ]);
  });

  it('stand for what was joined', () => {
    expect(matchRuns(cut([0, 2], [2, 6]), cut([0, 2], [2, 3], [3.5, 6]))).toEqual([
      { earlier: [1, 1], later: [1, 2] },
    ]);
  });

  it('stand for what is cut elsewhere', () => {
    expect(matchRuns(cut([0, 2], [2, 5]), cut([0, 3], [3, 5]))).toEqual([{ earlier: [0, 1], later: [0, 1] }]);
  });

  it('are as short as can be', () => {
    const pairs = matchRuns(cut([0, 1], [1, 2], [2, 3], [3, 4]), cut([0, 2], [2, 4]));
    expect(pairs).toEqual([
      { earlier: [0, 1], later: [0, 0] },
      { earlier: [2, 3], later: [1, 1] },
    ]);
  });

  it('take along what was split off or joined, however short', () => {
    expect(matchRuns(cut([0, 1.25], [1.25, 1.5], [2, 3]), cut([0, 1.5], [2, 3]))).toEqual([
      { earlier: [0, 1], later: [0, 0] },
    ]);
    expect(matchRuns(cut([0, 1.5, true, 'yes'], [2, 3]), cut([0, 1.25], [1.25, 1.5, true, 'yes']))).toEqual([
      { earlier: [0, 0], later: [0, 1] },
    ]);
  });

  it('take along the first or the last word that begins or ends just beside', () => {
    const said = cut([24.1, 29.7, true, 'so', 'well']);
    const heard = cut([24, 24.38, true, 'well', 'well'], [24.38, 29.7]);
    expect(matchRuns(said, heard)).toEqual([{ earlier: [0, 0], later: [0, 1] }]);
    const standing = [...cut([23.9, 24.3, false]), ...said];
    expect(matchRuns(standing, heard)).toEqual([]);
    const ended = cut([5.9, 7.9], [7.9, 8.55, true, 'bye']);
    const cutElse = cut([6, 7.5], [7.5, 8.27], [8.4, 8.8, true, 'bye'], [8.9, 9.5]);
    expect(matchRuns(ended, cutElse)).toEqual([{ earlier: [0, 1], later: [0, 2] }]);
  });

  it('go on where a word was moved that is as short as engines differ by', () => {
    const heard = cut(
      [0, 0.9, false, 'quebec', 'mike'],
      [1, 1.9, false, 'uniform', 'romeo'],
      [2, 2.9, false, 'yes', 'yes'],
    );
    const moved = cut([0, 0.72, true, 'papa', 'mike'], [0.72, 2.9, true, 'yes', 'quebec']);
    expect(matchRuns(moved, heard)).toEqual([{ earlier: [0, 1], later: [0, 2] }]);
    const back = cut([0, 1.15, true, 'romeo', 'mike'], [1.15, 1.9, true, 'uniform', 'sierra']);
    expect(matchRuns(back, heard)).toEqual([{ earlier: [0, 1], later: [0, 1] }]);
  });

  it('take along a last word that the same one says in a segment of its own, heard otherwise', () => {
    const said = cut([0, 1.75, true, 'ten']);
    const [first, second] = cut([0, 1.45, true, 'at'], [1.5, 1.75, true, 'tan']);
    const snapped = { ...first, endMs: 1_750 } as ReturnType<typeof cut>[number];
    const last = second as ReturnType<typeof cut>[number];
    expect(matchRuns(said, [snapped, last])).toEqual([{ earlier: [0, 0], later: [0, 1] }]);
    expect(matchRuns(said, [snapped, { ...last, speakerId: 'ben' }])).toEqual([]);
    expect(matchRuns(said, [{ ...snapped, tail: ['ten'] }, last])).toEqual([]);
  });

  it('stand for what a short word was moved between', () => {
    const both = [{ earlier: [0, 1], later: [0, 1] }];
    expect(matchRuns(cut([0, 1.25], [1.25, 2.35]), cut([0, 1.5], [1.6, 2.35]))).toEqual(both);
    const [first, second] = cut([0, 0.9], [1, 1.9]);
    const snapped = [first, { ...second, startMs: 1_300 }] as ReturnType<typeof cut>;
    expect(matchRuns(cut([0, 1.3], [1.3, 1.9]), snapped)).toEqual(both);
  });

  it('stand for what was moved between two that are the same word, or that are heard otherwise now', () => {
    const both = [{ earlier: [0, 1], later: [0, 1] }];
    const said = cut([0, 1.25, true, 'yes'], [1.25, 2.35]).map((one) => ({
      ...one,
      tail: [...one.tail, 'yes'],
    }));
    const heard = cut([0, 1, true, 'yes'], [1, 2.35, true, 'so', 'yes']);
    expect(matchRuns(said, heard)).toEqual(both);
    const otherwise = cut([0, 1, true, 'guess'], [1, 2.35, true, 'so', 'them']);
    expect(matchRuns(said, otherwise)).toEqual([]);
    const onlyCut = said.map((one) => ({ ...one, onlyCut: true }));
    expect(matchRuns(onlyCut, otherwise)).toEqual(both);
    expect(matchRuns(onlyCut, cut([0, 1.2, true, 'guess'], [1.2, 2.35, true, 'so', 'them']))).toEqual([]);
  });

  it('leave short segments alone that are there, or say something else', () => {
    expect(matchRuns(cut([0, 1.25], [1.1, 1.3]), cut([0, 1.3], [1.1, 1.3]))).toEqual([]);
    expect(matchRuns(cut([0.2, 0.4], [0.4, 0.6]), cut([0.4, 0.6]))).toEqual([]);
    expect(matchRuns(cut([0, 1.5]), cut([0, 1.25], [1.25, 1.5, true, 'yes']))).toEqual([]);
  });

  it('need no other cut in the same place, whoever else begins there', () => {
    expect(matchRuns(cut([0, 2], [5, 6]), cut([0, 9], [0.1, 2], [5, 6]))).toEqual([]);
  });

  it.each([
    ['what comes between was not corrected', cut([0, 2], [2, 4, false]), cut([0, 4])],
    ['they begin elsewhere', cut([0, 2], [2, 4]), cut([1, 4])],
    ['they end elsewhere', cut([0, 2], [2, 4]), cut([0, 5])],
    ['nobody speaks where they end', cut([0, 4]), cut([0, 2], [4.5, 8])],
    ['there is nothing', cut([0, 4]), cut()],
  ])('stand for nothing where %s', (_why, earlier, later) => {
    expect(matchRuns(earlier, later)).toEqual([]);
  });
});
