import { commonMs } from '../segment/common-ms.ts';
import { commonWords, essence } from '../segment/common-words.ts';
import { NEAR_MS, SAME_PLACE_MS } from '../segment/same-place.ts';
import type { Word } from '../segment/word.ts';
import { isSameStretch, type Stretch } from '../version/align-segments.ts';
import type { RemovedPart } from './cut-out.ts';
import { around, overlapping } from './overlapping.ts';
import { pairSegments } from './pair-segments.ts';
import type { Removal } from './removals.ts';
import { findRemoved, isAmong, isHeardAgain, isSaidThere, saidMore, timesSaid } from './removed-words.ts';

interface PlacedPart extends RemovedPart {
  id: string;
}

export interface PlacedRemovals {
  /** Later segments that go, and who removed them. */
  removed: { id: string; author: string }[];
  /** Later segments in which it is said among other words, which stay: from that word to that. */
  cut: PlacedPart[];
  /** Of which words came back in segments that others speak in, too. */
  left: Removal[];
  /** Where nobody was heard, or not all of it: they are there for the next engine. */
  waiting: Removal[];
}

/** `edited` where a text that people corrected was brought to it. */
export type LaterSegment = SpokenSegment & { id: string; edited: boolean };

/** `words` where they are known: beside removals. */
export type SpokenSegment = Stretch & { words: readonly Word[] };

/**
 * Finds what is to be removed again from a later transcript: what stands in the same place, and what lies within. Nothing
 * goes that people corrected, in which somebody is heard, or just a word, who was not removed and stands nowhere else, or
 * where clearly other words are heard. What is said again among other words is cut out of them, unless others say it, too,
 * or it may be of a text that people corrected.
 *
 *     removed   |---- a ----|  |-- b --|   |- c -|   |- e -|
 *     standing                 |-- d --|                   |- f -|
 *     later      |- 1 -|- 2 -| |-- 3 --|             |---- 4 ----|  →  1 and 2 go, 3 is d, b and c wait, e is left
 *
 * @param standing what was not removed from the earlier transcript
 */
export function placeRemovals(
  removals: readonly Removal[],
  standing: readonly SpokenSegment[],
  later: readonly LaterSegment[],
): PlacedRemovals {
  const removing = new Set<Stretch>(removals);
  const earlier = [...standing, ...removals].toSorted((a, b) => a.startMs - b.startMs);
  const paired = new Map([...pairSegments(earlier, later)].map(([at, next]) => [earlier[at], later[next]]));
  const kept = new Set([...paired].filter(([before]) => before && !removing.has(before)).map(([, id]) => id));
  const overLater = overlapping(later);
  const overRemovals = overlapping(removals);
  const overStanding = overlapping(standing);
  const overHomeless = overlapping(standing.filter((segment) => !paired.has(segment)));
  const isSaidByOthers = (word: Word, segment: LaterSegment): boolean => {
    const others = overLater(around(word, SAME_PLACE_MS)).filter((other) => other !== segment);
    return isSaidThere([word], wordsOf(others), SAME_PLACE_MS);
  };
  const hasWordsOfOthers = (segment: LaterSegment): boolean => {
    const then = wordsOf(overStanding(around(segment, SAME_PLACE_MS)));
    return segment.words.some(
      (word) => isSaidThere([word], then, SAME_PLACE_MS) && !isSaidByOthers(word, segment),
    );
  };
  const mayGo = (segment: LaterSegment): boolean =>
    !kept.has(segment) &&
    !segment.edited &&
    !overHomeless(segment).some((other) => isHeardIn(segment, other)) &&
    !hasWordsOfOthers(segment);
  const placed: PlacedRemovals = { removed: [], cut: [], left: [], waiting: [] };
  /** A word that is heard where something was removed, beside what goes of it, and where nobody stood. */
  const backBeside = (removal: Removal, rest: readonly LaterSegment[]): Word | undefined => {
    const then = wordsOf(overStanding(around(removal, NEAR_MS)));
    const isStanding = (word: Word): boolean =>
      isSaidThere([word], then, NEAR_MS) || then.some((other) => isWithin(word, other, 0.5));
    return rest
      .flatMap(({ id, words }) =>
        wordsLeft(
          words,
          placed.cut.filter((part) => part.id === id),
        ),
      )
      .find((word) => isWithin(word, removal, 0.5) && !isStanding(word));
  };
  const gone = new Set<LaterSegment>();
  const foundFor = new Map<Removal, LaterSegment[]>();
  for (const removal of removals) {
    const place = paired.get(removal);
    const there = new Set([...(place ? [place] : []), ...overLater(removal)]);
    const found = [...there].filter(
      (segment) => mayGo(segment) && isAgain(segment, removal, place, overRemovals(segment)),
    );
    for (const segment of found) {
      if (!gone.has(segment)) placed.removed.push({ id: segment.id, author: removal.author });
      gone.add(segment);
    }
    foundFor.set(removal, found);
  }
  // The longest first: what is part of another goes with it.
  for (const removal of removals.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const found = foundFor.get(removal) ?? [];
    const rest = overLater(removal).filter((segment) => !gone.has(segment));
    const cut = found.length === 0 ? cutFrom(rest, removal, placed.cut, overStanding) : null;
    if (cut) placed.cut.push(cut);
    const place = paired.get(removal);
    const isFound = (place && found.includes(place)) || isFoundWhole(removal, found);
    const near = around(removal, NEAR_MS);
    const listed = placed.left.length;
    for (const part of isFound ? partsWithout(removal, found) : []) {
      const beside = overLater(near).filter((segment) => !gone.has(segment));
      const again = cutFrom(beside, part, placed.cut, overStanding);
      const then = wordsOf(overStanding(near));
      const heard = again ? undefined : saidMore(part.texts[0] ?? [], part, wordsOf(beside), then);
      if (again) placed.cut.push(again);
      if (heard) placed.left.push({ ...part, startMs: heard.startMs, endMs: heard.endMs });
    }
    const back = backBeside(removal, rest);
    if (back && isFound && placed.left.length === listed)
      placed.left.push({ ...removal, startMs: back.startMs, endMs: back.endMs });
    if (cut || isFound || overRemovals(removal).some((other) => isPartOf(removal, other))) continue;
    const edgeMs = Math.min(SAME_PLACE_MS, lengthOf(removal) / 2);
    const isHeard =
      (back &&
        isAmong(
          removal.texts.flat().map((word) => [word]),
          [back.text],
        )) ||
      rest.some((segment) =>
        kept.has(segment)
          ? isSaidMore(removal, segment.words, wordsOf(overStanding(segment)))
          : commonMs(segment, removal) > edgeMs,
      );
    (isHeard ? placed.left : placed.waiting).push(removal);
  }
  return placed;
}

/** Whether a later segment says what was removed there, in one piece or several. */
function isAgain(
  segment: LaterSegment,
  removal: Removal,
  place: LaterSegment | undefined,
  over: readonly Removal[],
): boolean {
  if (segment === place && isHeardAgain(segment.words, removal.texts)) return true;
  if (isSameStretch(segment, removal) && isHeardAgain(segment.words, removal.texts, 0.8)) return true;
  const isCovered = lengthOf(segment) - missingMs(segment, over) >= 0.8 * lengthOf(segment);
  const known = over.every(({ texts }) => texts.some((words) => words.length > 0));
  const whole = known ? over.flatMap(({ texts }) => texts.find((words) => words.length > 0) ?? []) : [];
  return isCovered && isHeardAgain(segment.words, [...removal.texts, whole]);
}

const lengthOf = ({ startMs, endMs }: Stretch): number => endMs - startMs;

/**
 * The one segment in which a removed text is said among other words, and where; null when somebody else says it, too.
 * @param taken what is cut out of it already
 */
export function cutFrom(
  over: readonly LaterSegment[],
  { texts, startMs, author }: Removal,
  taken: readonly PlacedPart[],
  overStanding: (segment: Stretch) => readonly SpokenSegment[],
): PlacedPart | null {
  const [one, ...others] = over.flatMap((segment) => {
    const place = findRemoved(segment.words, texts, startMs);
    return place ? [{ segment, ...place }] : [];
  });
  if (!one || others.length > 0) return null;
  const { segment, from, to } = one;
  const isTaken = taken.some((part) => part.id === segment.id && part.from < to && part.to > from);
  // Where a corrected text was brought to, no word may go that it may have brought.
  const apartMs = segment.edited ? NEAR_MS : 0;
  const standing = wordsOf(overStanding(around(segment, apartMs)));
  const beside = standing.map(({ text }) => text);
  const isSaid = isAmong(texts, beside) || isSaidThere(segment.words.slice(from, to), standing, apartMs);
  return isTaken || isSaid ? null : { id: segment.id, author, from, to };
}

export const wordsOf = (segments: readonly SpokenSegment[]): Word[] =>
  segments.flatMap(({ words }) => [...words]);

/** Whether a removed text came back beside the words of those who stay: the same, or similar ones where it stood. */
function isSaidMore(removal: Removal, now: readonly Word[], then: readonly Word[]): boolean {
  const { texts, startMs } = removal;
  if (timesSaid(texts, startMs, now) > timesSaid(texts, startMs, then)) return true;
  const anew = now.filter(
    (word) => isWithin(word, around(removal, SAME_PLACE_MS), 0.5) && !isSaidThere([word], then, NEAR_MS),
  );
  return anew.length > 0 && isHeardAgain(anew, texts);
}

/** The first and the last words of a removal that are not in what goes of it: they may have come back beside that. */
function partsWithout(removal: Removal, found: readonly LaterSegment[]): Removal[] {
  const going = wordsOf(found).map(({ text }) => essence(text));
  const startMs = Math.min(...found.map((segment) => segment.startMs));
  const endMs = Math.max(...found.map((segment) => segment.endMs));
  const parts = removal.texts.flatMap((text) => {
    const pairs = commonWords(text.map(essence), going);
    const [begin, end] = [pairs[0], pairs.at(-1)];
    if (!begin || !end) return [];
    return [
      { ...removal, endMs: Math.max(startMs, removal.startMs), texts: [text.slice(0, begin[0])] },
      { ...removal, startMs: Math.min(endMs, removal.endMs), texts: [text.slice(end[0] + 1)] },
    ];
  });
  const byWords = new Map(parts.map((part) => [`${part.startMs} ${part.texts.join(' ')}`, part]));
  return [...byWords.values()].filter(({ texts: [words] }) => words && words.length > 0);
}

const wordsLeft = (words: readonly Word[], cut: readonly RemovedPart[]): Word[] =>
  words.filter((_, at) => !cut.some(({ from, to }) => at >= from && at < to));

/** Whether at least that share of one lies within another. */
const isWithin = (segment: Stretch, other: Stretch, share: number): boolean =>
  commonMs(segment, other) > 0 && commonMs(segment, other) >= share * (segment.endMs - segment.startMs);

/** Whether more of one is in another than engines differ by, or, of a short one, half. */
const isHeardIn = (segment: Stretch, other: Stretch): boolean =>
  commonMs(segment, other) > SAME_PLACE_MS || isWithin(other, segment, 0.5);

/** Whether all of a removal but what engines differ by is in some segments. */
const isFoundWhole = (removal: Removal, found: readonly Stretch[]): boolean =>
  found.length > 0 && missingMs(removal, found) <= SAME_PLACE_MS;

/** How much of a stretch is in none of some others. */
function missingMs({ startMs, endMs }: Stretch, others: readonly Stretch[]): number {
  let [reached, missing] = [startMs, 0];
  for (const other of others.toSorted((a, b) => a.startMs - b.startMs)) {
    missing += Math.max(0, other.startMs - reached);
    reached = Math.max(reached, other.endMs);
  }
  return missing + Math.max(0, endMs - reached);
}

/** What an engine heard of a longer removal and lost by it is a removal, too. */
const isPartOf = (part: Removal, whole: Removal): boolean =>
  part.speakerName === whole.speakerName &&
  part.endMs - part.startMs < whole.endMs - whole.startMs &&
  isWithin(part, whole, 0.8);
