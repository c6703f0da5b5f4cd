import { isDeepStrictEqual } from 'node:util';
import { newId } from '@colloquy/subgraph';
import type { SegmentChange, SegmentState } from '../correction/change-set.ts';
import { alignSegments } from './align-segments.ts';
import { comparePlaces } from './place-order.ts';
import { placesBetween } from './places-between.ts';
import type { WholeSegment } from './read-version.ts';

const FIRST_PLACE = '0';

/**
 * What makes some segments say exactly what others said. Those that stand in the same place stay and are changed where
 * they differ, so that what points at them still does; the rest goes, and what is missing comes between.
 * @param now @param wanted in order, said by the same speakers
 */
export function rewriteSegments(
  now: readonly WholeSegment[],
  wanted: readonly WholeSegment[],
): SegmentChange[] {
  const pairs = alignSegments(now, wanted);
  // Before the first place there is none: what stands there makes room for what is to come before it.
  while (pairs[0] && pairs[0][1] > 0 && comparePlaces(now[pairs[0][0]]?.place ?? '', FIRST_PLACE) <= 0)
    pairs.shift();
  const kept = new Map(pairs.map(([at, wantedAt]) => [wantedAt, now[at]]));
  const stays = new Set(pairs.map(([at]) => now[at]?.segmentId));
  const gone = now.filter(({ segmentId }) => !stays.has(segmentId)).map(goneWith);
  const come: SegmentChange[] = [];
  const changed: SegmentChange[] = [];
  let low: string | null = null;
  let waiting: WholeSegment[] = [];
  const place = (high: string | null): void => {
    const places =
      low === null && high === null
        ? waiting.map((_, at) => String(at))
        : placesBetween(low ?? FIRST_PLACE, high, waiting.length);
    for (const [at, segment] of waiting.entries()) come.push(comingTo(places[at] ?? '', segment));
    waiting = [];
  };
  for (const [at, segment] of wanted.entries()) {
    const same = kept.get(at);
    if (!same) {
      waiting.push(segment);
      continue;
    }
    place(same.place);
    low = same.place;
    const change = changeBetween(same, segment);
    if (change) changed.push(change);
  }
  place(null);
  return [...gone, ...changed, ...come];
}

const goneWith = ({ segmentId, ...before }: WholeSegment): SegmentChange => ({
  segmentId,
  before,
  after: null,
});

const comingTo = (place: string, { segmentId: _earlier, ...state }: WholeSegment): SegmentChange => ({
  segmentId: newId(),
  before: null,
  after: { ...state, place },
});

function changeBetween(now: WholeSegment, wanted: WholeSegment): SegmentChange | null {
  const fields = ['speakerId', 'startMs', 'endMs', 'text', 'words', 'editedAt', 'editedBy'] as const;
  const differing = fields.filter((field) => !isDeepStrictEqual(now[field], wanted[field]));
  if (differing.length === 0) return null;
  // Who edited it and when is always told, changed or not.
  const side = ({ editedAt, editedBy, ...state }: WholeSegment): Partial<SegmentState> => ({
    ...Object.fromEntries(
      differing.filter((field) => field in state).map((field) => [field, state[field as keyof typeof state]]),
    ),
    editedAt,
    editedBy,
  });
  return { segmentId: now.segmentId, before: side(now), after: side(wanted) };
}
