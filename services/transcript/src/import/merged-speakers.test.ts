import type { ChosenSegment } from './chosen-segments.ts';
import { matchMerged, mergedSpeakers } from './merged-speakers.ts';

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
  const standing = [{ startMs: 0, endMs: 9_000, speakerId: 'ann', heardSpeakerId: 'ann' } as ChosenSegment];
  const later = [
    { startMs: 0, endMs: 3_000, speakerId: 'one' },
    { startMs: 3_000, endMs: 9_000, speakerId: 'two' },
  ];
  const merged = new Map([['ben', 'ann']]);
  const unheard = new Map([['ben', [{ startMs: 2_900, endMs: 8_800 }]]]);
  expect(Object.fromEntries(matchMerged(standing, later, merged, unheard))).toEqual({
    one: 'ann',
    two: 'ben',
  });
  expect(Object.fromEntries(matchMerged(standing, later, merged, new Map()))).toEqual({ two: 'ann' });
});
