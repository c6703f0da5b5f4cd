import type { SegmentChange } from '../correction/change-set.ts';
import { comparePlaces } from './place-order.ts';

/** Segments as they were before some changes, with their ids, in order. Those that came with a change are gone. */
export function segmentsBefore<T extends { place: string }>(
  rows: readonly (T & { id: string })[],
  changes: readonly SegmentChange[],
): [id: string, segment: T][] {
  const states = new Map<string, T>(rows.map((row) => [row.id, row]));
  for (const { segmentId, before } of changes) {
    if (before === null) states.delete(segmentId);
    else states.set(segmentId, { ...states.get(segmentId), ...before } as T);
  }
  return [...states].toSorted(([, a], [, b]) => comparePlaces(a.place, b.place));
}
