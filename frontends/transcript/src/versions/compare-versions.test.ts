import { compareVersions, differs, type VersionSegment } from './compare-versions.ts';

const said = (segmentId: string, text = segmentId, name = 'Anna'): VersionSegment => ({
  segmentId,
  startMs: 0,
  text,
  speaker: { displayName: name, color: 'gray' },
});
const compared = (earlier: VersionSegment[], later: VersionSegment[]) =>
  compareVersions(earlier, later).map(({ before, after }) => `${before?.text ?? ''}>${after?.text ?? ''}`);

describe('two versions', () => {
  it('stand as one text, what came and went in its place', () => {
    expect(
      compared([said('a'), said('b'), said('c'), said('e')], [said('a'), said('c'), said('d'), said('e')]),
    ).toEqual(['a>a', 'b>', 'c>c', '>d', 'e>e']);
  });

  it('may begin and end differently', () => {
    expect(compared([said('x'), said('a'), said('y')], [said('a')])).toEqual(['x>', 'a>a', 'y>']);
    expect(compared([], [said('a')])).toEqual(['>a']);
    expect(compared([said('a')], [])).toEqual(['a>']);
  });

  it('differ by text, by who says it, and by what is there', () => {
    const differing = compareVersions(
      [said('a'), said('b'), said('c'), said('d')],
      [said('a'), said('b', 'other'), said('c', 'c', 'Ben'), said('e')],
    ).filter(differs);
    expect(differing.map(({ segmentId }) => segmentId)).toEqual(['b', 'c', 'e', 'd']);
  });
});
