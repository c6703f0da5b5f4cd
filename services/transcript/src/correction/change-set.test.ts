import { fold, inverse, type ChangeSet, type SegmentChange, type SegmentState } from './change-set.ts';

const whole: SegmentState = {
  speakerId: 'a',
  place: '1',
  startMs: 0,
  endMs: 9,
  text: 'one',
  words: [[0, 9, null, 'one']],
  editedAt: null,
  editedBy: null,
};
const of = (...segments: SegmentChange[]): ChangeSet => ({ segments, speakers: [] });
const text = (before: string, after: string): ChangeSet =>
  of({ segmentId: 's', before: { text: before }, after: { text: after } });
const said = (before: string, after: string): ChangeSet =>
  of({ segmentId: 's', before: { speakerId: before }, after: { speakerId: after } });
const comes = of({ segmentId: 's', before: null, after: whole });
const goes = inverse(comes);

describe('fold', () => {
  it.each<[string, ChangeSet[], SegmentChange[]]>([
    ['nothing', [], []],
    ['one change', [text('one', 'two')], text('one', 'two').segments as SegmentChange[]],
    [
      'changes of several fields',
      [text('one', 'two'), said('a', 'b'), text('two', 'three')],
      [{ segmentId: 's', before: { text: 'one', speakerId: 'a' }, after: { text: 'three', speakerId: 'b' } }],
    ],
    ['a change and the same backwards', [text('one', 'two'), text('two', 'one')], []],
    [
      'a segment that came and was changed',
      [comes, text('one', 'two')],
      [{ segmentId: 's', before: null, after: { ...whole, text: 'two' } }],
    ],
    ['a segment that came and went', [comes, text('one', 'two'), inverse(text('one', 'two')), goes], []],
    [
      'a segment that was changed and went',
      [text('zero', 'one'), goes],
      [{ segmentId: 's', before: { ...whole, text: 'zero' }, after: null }],
    ],
    ['a segment that went and came back', [goes, comes], []],
  ])('of %s', (_what, sets, segments) => {
    expect(fold(sets).segments).toEqual(segments);
  });

  it('of speakers', () => {
    const renamed = (before: string | null, after: string | null): ChangeSet => ({
      segments: [],
      speakers: [{ speakerId: 'a', before: { name: before }, after: { name: after } }],
    });
    expect(fold([renamed(null, 'Anna'), renamed('Anna', 'Anne')]).speakers).toEqual([
      { speakerId: 'a', before: { name: null }, after: { name: 'Anne' } },
    ]);
    expect(fold([renamed(null, 'Anna'), renamed('Anna', null)]).speakers).toEqual([]);
  });
});
