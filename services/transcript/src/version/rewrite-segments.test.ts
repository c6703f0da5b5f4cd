import { rewriteSegments } from './rewrite-segments.ts';
import { comparePlaces } from './place-order.ts';
import type { WholeSegment } from './read-version.ts';

const said = (segmentId: string, place: string, startMs: number, lengthMs = 900): WholeSegment => ({
  segmentId,
  place,
  startMs,
  endMs: startMs + lengthMs,
  text: segmentId,
  speakerId: 'anna',
  words: [[startMs, startMs + lengthMs, null, segmentId]],
  editedAt: null,
  editedBy: null,
});

/** What is said after the changes, as the database would hold it; no place may be taken twice. */
function rewritten(now: WholeSegment[], wanted: WholeSegment[]): string[] {
  const rows = new Map(now.map(({ segmentId, ...state }) => [segmentId, state]));
  for (const { segmentId, after } of rewriteSegments(now, wanted)) {
    if (after === null) rows.delete(segmentId);
    else rows.set(segmentId, { ...rows.get(segmentId), ...after } as never);
  }
  const inOrder = [...rows.values()].toSorted((a, b) => comparePlaces(a.place, b.place));
  expect(new Set(inOrder.map(({ place }) => place)).size).toBe(inOrder.length);
  return inOrder.map(({ text }) => text);
}
const texts = (segments: WholeSegment[]) => segments.map(({ text }) => text);

describe('segments that are to say what others said', () => {
  it('stay where they say it already', () => {
    const now = [said('a', '0', 0), said('b', '1', 1_000)];
    expect(rewriteSegments(now, [said('a', '5', 0), said('b', '6', 1_000)])).toEqual([]);
  });

  it('stay and are changed where they stand in the same place', () => {
    const now = [said('a', '0', 0), said('b', '1', 1_000)];
    const changes = rewriteSegments(now, [said('x', '0', 100), said('b', '1', 1_000)]);
    expect(changes).toMatchObject([
      { segmentId: 'a', before: { text: 'a', startMs: 0 }, after: { text: 'x', startMs: 100 } },
    ]);
    expect(Object.keys(changes[0]?.after ?? {})).not.toContain('speakerId');
  });

  it.each([
    ['before the first', [said('x', '0', 0), said('y', '1', 1_000), said('b', '2', 5_000)]],
    [
      'between',
      [said('a', '0', 4_000), said('x', '1', 6_000), said('y', '2', 8_000), said('b', '3', 20_000)],
    ],
    ['behind the last', [said('a', '0', 4_000), said('b', '1', 20_000), said('x', '2', 30_000)]],
    ['instead of all', [said('x', '0', 100_000), said('y', '1', 200_000)]],
    ['nowhere', []],
  ])('come %s', (_where, wanted) => {
    const now = [said('a', '0', 4_000), said('b', '1', 20_000)];
    expect(rewritten(now, wanted)).toEqual(texts(wanted));
    expect(rewritten(wanted, now)).toEqual(texts(now));
  });
});
