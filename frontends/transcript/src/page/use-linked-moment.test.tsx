import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { SegmentStore, type SegmentRow } from '../segments/segment.store.ts';
import type { TranscriptSession } from '../session/transcript-session.ts';
import { useLinkedMoment } from './use-linked-moment.ts';

const rowOf = (id: string, startMs: number, endMs: number): SegmentRow => ({
  id,
  startMs,
  endMs,
  text: id,
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: id,
});

/** Follows a link to a moment of a transcript with these segments. */
function follow(link: { atMs?: number; segmentId?: string }, ...rows: SegmentRow[]) {
  const store = new SegmentStore();
  store.append(rows, true);
  const dispatch = jest.fn();
  const position = { update: jest.fn() };
  const session = { store, player: null, position, follow: { dispatch } } as unknown as TranscriptSession;
  const { result } = renderHook(() =>
    useLinkedMoment(session, { tab: 'transcript', recordingId: 'r', play: false, ...link }),
  );
  return { result, store, dispatch };
}

const halves = [rowOf('a', 0, 3_000), rowOf('b', 3_000, 8_000)];

it.each([
  [{ segmentId: 'a', atMs: 5_000 }, 'b'],
  [{ segmentId: 'a', atMs: 2_000 }, 'a'],
  [{ segmentId: 'a' }, 'a'],
  [{ segmentId: 'gone', atMs: 5_000 }, 'b'],
])('of a segment that was split since, marks the half that holds the moment: %j', (link, half) => {
  expect(follow(link, ...halves).result.current).toBe(half);
});

it('marks the segment it names where people speak at once', () => {
  const { result } = follow({ segmentId: 'a', atMs: 2_000 }, rowOf('a', 0, 3_000), rowOf('c', 1_000, 2_500));
  expect(result.current).toBe('a');
});

it('marks what it names where that says nothing at the moment, and nobody else does', () => {
  expect(follow({ segmentId: 'b', atMs: 2_990 }, rowOf('b', 3_000, 8_000)).result.current).toBe('b');
});

it('moves nobody who has followed it when another transcript comes', () => {
  const { result, store, dispatch } = follow({ segmentId: 'a', atMs: 2_000 }, ...halves);
  const jumps = dispatch.mock.calls.length;
  act(() => store.replaceAll([rowOf('x', 0, 8_000)]));
  expect([result.current, dispatch.mock.calls.length]).toEqual(['x', jumps]);
});
