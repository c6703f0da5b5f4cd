import type { Search } from '@colloquy/web-kit';
import type { SegmentSearchInput } from '../gql/graphql.ts';

export const NO_FILTERS = { recordingIds: [], speakerName: '', fromDay: '', toDay: '' };

export const countFilters = ({ recordingIds, speakerName, fromDay, toDay }: Search): number =>
  recordingIds.length + [speakerName.trim(), fromDay, toDay].filter(Boolean).length;

/** A search as the graph takes it; days begin and end where the reader is. */
export function searchInput({
  words,
  recordingIds,
  speakerName,
  fromDay,
  toDay,
}: Search): SegmentSearchInput {
  return {
    query: words.trim(),
    ...(recordingIds.length > 0 ? { recordingIds: [...recordingIds] } : {}),
    ...(speakerName.trim() ? { speakerName: speakerName.trim() } : {}),
    ...(fromDay ? { recordedFrom: new Date(`${fromDay}T00:00:00.000`).toISOString() } : {}),
    ...(toDay ? { recordedTo: new Date(`${toDay}T23:59:59.999`).toISOString() } : {}),
  };
}
