import type { ChosenSegment } from './chosen-segments.ts';
import { matchMerged, mergedSpeakers } from './merged-speakers.ts';

const stretch = (startMs: number, endMs: number, speakerId: string) => ({ startMs, endMs, speakerId });
const segment = (startMs: number, endMs: number, speakerId: string, heardSpeakerId = speakerId) =>
  ({
    ...stretch(startMs, endMs, speakerId),
    heardSpeakerId,
  }) as ChosenSegment;

it('tells who became whom, also over several joins, and of nobody who merely left or comes back to themselves', () => {
  const merged = mergedSpeakers([
    { id: 'ann', joinedInto: 'ben' },
    { id: 'ben', joinedInto: 'cleo' },
    { id: 'dora', joinedInto: null },
    { id: 'eve', joinedInto: 'dora' },
    { id: 'finn', joinedInto: 'gil' },
    { id: 'gil', joinedInto: 'finn' },
  ]);
  expect([...merged]).toEqual([
    ['ann', 'cleo'],
    ['ben', 'cleo'],
  ]);
});

it('finds whom the latest engine did not tell apart where they were last heard, whoever said more', () => {
  const standing = [segment(0, 9_000, 'ann')];
  const later = [
    { startMs: 0, endMs: 3_000, speakerId: 'one' },
    { startMs: 3_000, endMs: 9_000, speakerId: 'two' },
  ];
  const merged = new Map([['ben', 'ann']]);
  const unheard = new Map([['ben', [{ startMs: 2_900, endMs: 8_800 }]]]);
  expect(Object.fromEntries(matchMerged(standing, later, merged, [], unheard))).toEqual({
    one: 'ann',
    two: 'ben',
  });
  expect(Object.fromEntries(matchMerged(standing, later, merged, [], new Map()))).toEqual({ two: 'ann' });
});

describe('matchMerged', () => {
  it('finds whoever was heard, not whom people gave more of it to', () => {
    const standing = [segment(0, 5_000, 'ben', 'ann'), segment(6_000, 7_000, 'ann')];
    const later = [stretch(0, 5_000, 'one'), stretch(6_000, 7_000, 'one')];
    expect(Object.fromEntries(matchMerged(standing, later, new Map(), [], new Map()))).toEqual({
      one: 'ann',
    });
  });

  it('finds whom people gave something to where somebody else says it now, or all of somebody', () => {
    const standing = [segment(0, 5_000, 'ben', 'ann'), segment(6_000, 7_000, 'ann')];
    const told = [stretch(0, 5_000, 'one'), stretch(6_000, 7_000, 'two')];
    const matched = matchMerged(standing, told, new Map(), [], new Map());
    expect(Object.fromEntries(matched)).toEqual({ one: 'ben', two: 'ann' });
    expect(matchMerged(standing.slice(0, 1), told.slice(0, 1), new Map(), [], new Map()).get('one')).toBe(
      'ben',
    );
  });

  it('finds whoever was heard where people joined what several say', () => {
    const joined = { ...segment(2_000, 5_000, 'ben'), cut: true };
    const turns = [stretch(0, 1_000, 'ann'), stretch(2_000, 3_000, 'ben'), stretch(3_000, 5_000, 'ann')];
    const later = turns.map((turn) => ({ ...turn, speakerId: turn.speakerId === 'ann' ? 'one' : 'two' }));
    const matched = matchMerged([segment(0, 1_000, 'ann'), joined], later, new Map(), turns, new Map());
    expect(Object.fromEntries(matched)).toEqual({ one: 'ann', two: 'ben' });
  });

  it('finds whoever was heard where people removed all that they said, unless others say it', () => {
    const turns = [stretch(0, 1_000, 'ann'), stretch(2_000, 3_000, 'ben'), stretch(4_000, 5_000, 'cy')];
    const later = [stretch(0, 1_000, 'one'), stretch(2_000, 3_000, 'two'), stretch(4_000, 5_000, 'three')];
    const standing = [segment(0, 1_000, 'ann'), segment(4_000, 5_000, 'dee', 'cy')];
    const matched = matchMerged(standing, later, new Map(), turns, new Map());
    expect(Object.fromEntries(matched)).toEqual({ one: 'ann', two: 'ben', three: 'dee' });
  });
});
