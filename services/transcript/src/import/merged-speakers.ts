import type { Speaker } from '../speaker/speaker.entity.ts';
import type { Merge } from './carry-merges.ts';
import type { Stretch } from '../version/align-segments.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { matchSpeakers, type SpokenStretch } from './match-speakers.ts';
import { overlapping } from './overlapping.ts';

/** Speakers whom people said to be somebody else of the same transcript: speaker's id → that one's id. */
export type MergedSpeakers = ReadonlyMap<string, string>;

/**
 * Who is whom of those that were joined, however many after one another.
 * @param absent speakers who are not among the transcript's any more
 */
export function mergedSpeakers(absent: readonly Pick<Speaker, 'id' | 'joinedInto'>[]): MergedSpeakers {
  const joined = new Map(absent.map(({ id, joinedInto }) => [id, joinedInto]));
  const lastOf = (id: string, before: readonly string[] = []): string | null => {
    const next = joined.get(id);
    if (next === undefined) return id;
    return next === null || before.includes(next) ? null : lastOf(next, [...before, id]);
  };
  const merged = new Map<string, string>();
  for (const id of joined.keys()) {
    const into = lastOf(id);
    if (into !== null) merged.set(id, into);
  }
  return merged;
}

/** Whether a segment is said by somebody else only because two speakers are one. */
export const isMerged = ({ heardSpeakerId, speakerId }: ChosenSegment, merged: MergedSpeakers): boolean =>
  merged.get(heardSpeakerId) === speakerId;

/**
 * Which speakers of a later transcript those of an earlier one are, who were merged among them, so that they can be
 * merged again. Of several who are one, somebody is always the one whom they were merged into. What people gave to
 * somebody they say there in any case: it tells only of whom nothing else does.
 * @param later in order of start
 * @param turns who was heard when as processing wrote the earlier one, whatever people cut or gave to somebody since
 * @param unheard where those were last heard whom the latest engine took for whom they were merged into
 * @returns later speaker's id → earlier speaker's id
 */
export function matchMerged(
  earlier: readonly ChosenSegment[],
  later: readonly SpokenStretch[],
  merged: MergedSpeakers,
  turns: readonly SpokenStretch[],
  unheard: ReadonlyMap<string, readonly Stretch[]>,
): Map<string, string> {
  const personOf = (id: string): string => merged.get(id) ?? id;
  const told = earlier.map((segment) =>
    isMerged(segment, merged) ? { ...segment, speakerId: segment.heardSpeakerId } : segment,
  );
  const over = overlapping(turns);
  const heard = earlier.flatMap((segment) => {
    const { given, cut, heardSpeakerId } = segment;
    const spoken = given || cut ? over(segment) : [{ ...segment, speakerId: heardSpeakerId }];
    return spoken
      .filter(({ speakerId }) => personOf(speakerId) === personOf(segment.speakerId))
      .map(({ speakerId, startMs, endMs }) => ({
        speakerId,
        startMs: Math.max(startMs, segment.startMs),
        endMs: Math.min(endMs, segment.endMs),
      }));
  });
  const said = [...heard, ...saidNoMore(earlier, turns, merged)];
  const matched = new Map<string, string>();
  for (const segments of [said, told]) {
    const found = new Set(matched.values());
    const apart = takeOut(segments, unheard, merged).filter(({ speakerId }) => !found.has(speakerId));
    const free = later.filter(({ speakerId }) => !matched.has(speakerId));
    const same = matchSpeakers(
      apart.toSorted((a, b) => a.startMs - b.startMs),
      free,
    );
    for (const [laterId, earlierId] of same) matched.set(laterId, earlierId);
  }
  const found = new Set(matched.values());
  for (const [laterId, earlierId] of matched) {
    const into = merged.get(earlierId);
    if (into === undefined || found.has(into)) continue;
    matched.set(laterId, into);
    found.add(into);
  }
  return matched;
}

/** Where somebody was heard of whom people have removed all: they are who they were once it comes back. */
function saidNoMore(
  standing: readonly ChosenSegment[],
  turns: readonly SpokenStretch[],
  merged: MergedSpeakers,
): SpokenStretch[] {
  const speakers = new Set(standing.map(({ speakerId }) => speakerId));
  const over = overlapping(standing);
  return turns.filter(
    (turn) => !speakers.has(turn.speakerId) && !merged.has(turn.speakerId) && over(turn).length === 0,
  );
}

/** Where somebody was heard before, whoever they were merged into does not speak. */
function takeOut(
  segments: readonly SpokenStretch[],
  unheard: ReadonlyMap<string, readonly Stretch[]>,
  merged: MergedSpeakers,
): readonly SpokenStretch[] {
  let rest = segments;
  for (const [speakerId, stretches] of unheard) {
    const into = merged.get(speakerId);
    const sorted = stretches.toSorted((a, b) => a.startMs - b.startMs);
    rest = [
      ...rest.flatMap((segment) => (segment.speakerId === into ? without(segment, sorted) : [segment])),
      ...sorted.map(({ startMs, endMs }) => ({ startMs, endMs, speakerId })),
    ];
  }
  return rest;
}

/** @param gaps in order of start */
function without({ startMs, endMs, speakerId }: SpokenStretch, gaps: readonly Stretch[]): SpokenStretch[] {
  const rest: SpokenStretch[] = [];
  let from = startMs;
  for (const gap of gaps) {
    if (gap.startMs >= endMs) break;
    if (gap.startMs > from) rest.push({ speakerId, startMs: from, endMs: gap.startMs });
    from = Math.max(from, gap.endMs);
  }
  return from < endMs ? [...rest, { speakerId, startMs: from, endMs }] : rest;
}

/**
 * Segments as if nobody had been merged into somebody who is in the later transcript. Who is nobody there keeps what
 * they say, as if it had been given to them.
 * @param matched later speaker's id → earlier speaker's id
 */
export function tellApart(
  segments: readonly ChosenSegment[],
  merged: MergedSpeakers,
  matched: ReadonlyMap<string, string>,
): ChosenSegment[] {
  const found = new Set(matched.values());
  return segments.map((segment) => {
    if (!isMerged(segment, merged) || !found.has(segment.speakerId)) return segment;
    const { heardSpeakerId, given, cut } = segment;
    return {
      ...segment,
      speakerId: heardSpeakerId,
      speakerChosen: given || cut || !found.has(heardSpeakerId),
    };
  });
}

/**
 * Whether nothing but a merge was chosen of a segment, and half of it at least is said by one of those who are one.
 * @param matched later speaker's id → earlier speaker's id
 */
export function isSaidAsMerged(
  { textChosen, given, cut, heardSpeakerId, startMs, endMs }: ChosenSegment,
  later: readonly SpokenStretch[],
  matched: ReadonlyMap<string, string>,
  merged: MergedSpeakers,
): boolean {
  const into = merged.get(heardSpeakerId);
  if (textChosen || given || cut || into === undefined) return false;
  const said = later
    .filter(({ speakerId }) => {
      const earlierId = matched.get(speakerId) ?? '';
      return (merged.get(earlierId) ?? earlierId) === into;
    })
    .reduce((sum, one) => sum + Math.max(0, Math.min(one.endMs, endMs) - Math.max(one.startMs, startMs)), 0);
  return said * 2 >= endMs - startMs;
}

/**
 * Who of a later transcript are one.
 * @param matched later speaker's id → earlier speaker's id
 * @param authors of each who was merged, who did that
 */
export function mergesAmong(
  matched: ReadonlyMap<string, string>,
  merged: MergedSpeakers,
  authors: ReadonlyMap<string, string>,
): Merge[] {
  const became = new Map(Array.from(matched, ([laterId, earlierId]) => [earlierId, laterId]));
  return [...merged].flatMap(([goneId, into]) => {
    const [speakerId, intoId] = [became.get(goneId), became.get(into)];
    return speakerId && intoId ? [{ speakerId, intoId, author: authors.get(goneId) ?? '' }] : [];
  });
}
