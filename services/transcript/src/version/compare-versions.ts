import { alignSegments, type Pair } from './align-segments.ts';
import { mapSpeakers } from './map-speakers.ts';
import type { SegmentVersion, TranscriptVersion } from './transcript-version.types.ts';
import { speakerDifferences, type SpeakerDifference } from './speaker-version.ts';

/** One segment in two versions; a side is null where the version has no such segment. */
export interface ComparedSegments {
  before: SegmentVersion | null;
  after: SegmentVersion | null;
  /** By what is said, or by who says it; a new name alone makes nobody another. */
  differs: boolean;
}

export interface ComparedVersions {
  segments: ComparedSegments[];
  speakers: SpeakerDifference[];
}

type Version = Pick<TranscriptVersion, 'transcriptId' | 'segments' | 'everySpeaker'>;

/**
 * Both versions as one text, in order; what only one of them has stands where it is said. Segments of two transcripts
 * are the same by their times.
 * @param became earlier speaker's id → later speaker's id, where these are of two transcripts
 */
export function compareVersions(
  earlier: Version,
  later: Version,
  became: ReadonlyMap<string, string>,
): ComparedVersions {
  const related = earlier.transcriptId === later.transcriptId;
  const counterparts = related
    ? new Map(Array.from(earlier.everySpeaker.keys(), (id) => [id, id]))
    : mapSpeakers(earlier, later, became);
  const pairs = (related ? sameSegments : alignSegments)(earlier.segments, later.segments);
  const sameSpeaker = (before: SegmentVersion, after: SegmentVersion): boolean =>
    counterparts.get(before.speakerId) === after.speakerId;
  const rows = inOneText(earlier.segments, later.segments, pairs);
  return {
    segments: rows.map(([before, after]) => ({
      before,
      after,
      differs: !before || !after || before.text !== after.text || !sameSpeaker(before, after),
    })),
    speakers: speakerDifferences(earlier.everySpeaker, later.everySpeaker, counterparts),
  };
}

function sameSegments(earlier: readonly SegmentVersion[], later: readonly SegmentVersion[]): Pair[] {
  const positions = new Map(earlier.map(({ segmentId }, at) => [segmentId, at]));
  return later.flatMap(({ segmentId }, at) => {
    const before = positions.get(segmentId);
    return before === undefined ? [] : [[before, at] as const];
  });
}

/** What has no partner stands among the others by its time; of two at once, what went comes first. */
function inOneText<T extends { startMs: number }>(
  earlier: readonly T[],
  later: readonly T[],
  pairs: readonly Pair[],
): [T | null, T | null][] {
  const rows: [T | null, T | null][] = [];
  let [left, right] = [0, 0];
  const takeUntil = (leftEnd: number, rightEnd: number): void => {
    while (left < leftEnd || right < rightEnd) {
      const gone = left < leftEnd ? earlier[left] : undefined;
      const come = right < rightEnd ? later[right] : undefined;
      if (gone && (!come || gone.startMs <= come.startMs)) {
        rows.push([gone, null]);
        left += 1;
      } else {
        rows.push([null, come ?? null]);
        right += 1;
      }
    }
  };
  for (const [before, after] of pairs) {
    takeUntil(before, after);
    rows.push([earlier[before] ?? null, later[after] ?? null]);
    [left, right] = [before + 1, after + 1];
  }
  takeUntil(earlier.length, later.length);
  return rows;
}
