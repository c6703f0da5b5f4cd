import type { StoredWord } from '../segment/word.ts';

/** What a correction can change of a segment. */
export interface SegmentState {
  speakerId: string;
  place: string;
  startMs: number;
  endMs: number;
  text: string;
  words: readonly StoredWord[];
  /** ISO 8601; null for what the engine wrote. */
  editedAt: string | null;
  editedBy: string | null;
}

/**
 * One segment before and after: both whole where it came or went (the other is null), else only the fields that differ.
 */
export interface SegmentChange {
  segmentId: string;
  before: Partial<SegmentState> | null;
  after: Partial<SegmentState> | null;
}

/** What a correction can change of a speaker. Rows stay for good, because the history speaks of them. */
export interface SpeakerState {
  name: string | null;
  /** The person they are, where that is known. */
  profileId: string | null;
  /** Not among the transcript's speakers: merged into another, or not made yet. */
  absent: boolean;
}

/** The same with what only the present needs. */
export interface JoinableSpeakerState extends SpeakerState {
  /** Whom they were joined with, which made them absent. */
  joinedInto: string | null;
}

export interface SpeakerChange {
  speakerId: string;
  before: Partial<JoinableSpeakerState>;
  after: Partial<JoinableSpeakerState>;
}

/** What one correction did to a transcript, enough to do it backwards. */
export interface ChangeSet {
  segments: readonly SegmentChange[];
  speakers: readonly SpeakerChange[];
}

export const NOTHING: ChangeSet = { segments: [], speakers: [] };

/** The same backwards. */
export const inverse = ({ segments, speakers }: ChangeSet): ChangeSet => ({
  segments: segments.map(({ segmentId, before, after }) => ({ segmentId, before: after, after: before })),
  speakers: speakers.map(({ speakerId, before, after }) => ({ speakerId, before: after, after: before })),
});

/** Several change sets, the earliest first, as one; what came and went again, or is as it was, is left out. */
export function fold(sets: readonly ChangeSet[]): ChangeSet {
  const { segments, speakers } = combine(sets);
  return {
    segments: segments.filter(({ before, after }) => !same(before, after)),
    speakers: speakers.filter(({ before, after }) => !same(before, after)),
  };
}

/** The same with nothing left out: everything that was touched. */
export function combine(sets: readonly ChangeSet[]): ChangeSet {
  const segments = new Map<string, SegmentChange>();
  const speakers = new Map<string, SpeakerChange>();
  for (const set of sets) {
    for (const change of set.segments) {
      const earlier = segments.get(change.segmentId);
      segments.set(change.segmentId, earlier ? followed(earlier, change) : change);
    }
    for (const change of set.speakers) {
      const earlier = speakers.get(change.speakerId);
      speakers.set(
        change.speakerId,
        earlier
          ? {
              speakerId: change.speakerId,
              before: { ...change.before, ...earlier.before },
              after: { ...earlier.after, ...change.after },
            }
          : change,
      );
    }
  }
  return { segments: [...segments.values()], speakers: [...speakers.values()] };
}

function followed(earlier: SegmentChange, later: SegmentChange): SegmentChange {
  const { segmentId } = earlier;
  const before =
    earlier.before === null || later.before === null
      ? earlier.before
      : { ...later.before, ...earlier.before };
  const after =
    later.after === null || earlier.after === null ? later.after : { ...earlier.after, ...later.after };
  return { segmentId, before, after };
}

const same = (a: object | null, b: object | null): boolean => canonical(a) === canonical(b);

function canonical(state: object | null): string {
  return JSON.stringify(state && Object.entries(state).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
