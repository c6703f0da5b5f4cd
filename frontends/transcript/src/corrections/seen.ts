import type { SegmentRow } from '../segments/segment.store.ts';

/** A segment as the one who corrects it sees it. */
export const seen = ({ id, version }: Pick<SegmentRow, 'id' | 'version'>) => ({
  segmentId: id,
  expectedVersion: version,
});
