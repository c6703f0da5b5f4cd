import type { SegmentChange } from '../correction/change-set.ts';
import { comparePlaces } from './place-order.ts';

/** Segments by their ids as they were before some changes, in order. Those that came with a change are gone. */
export function segmentsBefore<T extends { place: string }>(
  segments: Iterable<readonly [id: string, segment: T]>,
  changes: readonly SegmentChange[],
): [id: string, segment: T][] {
  const states = new Map<string, T>(segments);
  for (const { segmentId, before } of changes) {
    if (before === null) states.delete(segmentId);
    else states.set(segmentId, { ...states.get(segmentId), ...before } as T);
  }
  return [...states].toSorted(([, a], [, b]) => comparePlaces(a.place, b.place));
}
