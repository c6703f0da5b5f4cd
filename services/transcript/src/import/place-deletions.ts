import { NEAR_MS, SAME_PLACE_MS } from '../segment/same-place.ts';
import type { Word } from '../segment/word.ts';
import { around, overlapping } from './overlapping.ts';
import {
  cutFrom,
  wordsOf,
  type LaterSegment,
  type PlacedRemovals,
  type SpokenSegment,
} from './place-removals.ts';
import type { Removal } from './removals.ts';
import { isSaidThere, saidMore, timesSaid } from './removed-words.ts';

/**
 * Finds in a later transcript words that people deleted from a text: they go where they are heard in a segment of their
 * own, or once among words that nobody corrected, and are listed where one of them is said more
 * often than before, or another in their place.
 *
 *     earlier  |we take it|           heard as "we take it not"
 *     later    |we take it| |not because it is dear|      "not" is cut out
 *
 * @param standing what stands in the earlier transcript @param placed what goes, or is cut, already
 */
export function placeDeletions(
  deletions: readonly Removal[],
  standing: readonly SpokenSegment[],
  later: readonly LaterSegment[],
  placed: PlacedRemovals,
): PlacedRemovals {
  const gone = new Set(placed.removed.map(({ id }) => id));
  const overLater = overlapping(later.filter(({ id }) => !gone.has(id)));
  const overStanding = overlapping(standing);
  const all: PlacedRemovals = { removed: [], cut: [], left: [], waiting: [] };
  for (const deletion of deletions) {
    const { texts, author, startMs } = deletion;
    const there = overLater(around(deletion, SAME_PLACE_MS));
    const then = wordsOf(overStanding(around(deletion, NEAR_MS)));
    const own = there.find(
      ({ words, edited }) =>
        !edited &&
        words.length === texts[0]?.length &&
        timesSaid(texts, startMs, words) === 1 &&
        !isSaidThere(words, then, SAME_PLACE_MS),
    );
    if (own) {
      if (!gone.has(own.id)) all.removed.push({ id: own.id, author });
      gone.add(own.id);
      continue;
    }
    const cut = cutFrom(there, deletion, [...placed.cut, ...all.cut], overStanding);
    if (cut) {
      all.cut.push(cut);
      continue;
    }
    const now = wordsOf(overLater(around(deletion, NEAR_MS)).filter(({ id }) => !gone.has(id)));
    const heard = saidMore(texts[0] ?? [], deletion, now, then) ?? heardInstead(deletion, now, then);
    if (heard) all.left.push({ ...deletion, startMs: heard.startMs, endMs: heard.endMs });
    else all.waiting.push(deletion);
  }
  return all;
}

/** A word that stood nowhere there, at the time of what was deleted: an engine may hear that otherwise. */
const heardInstead = (
  { startMs, endMs }: Removal,
  now: readonly Word[],
  then: readonly Word[],
): Word | undefined =>
  now.find((word) => {
    const commonMs = Math.min(word.endMs, endMs) - Math.max(word.startMs, startMs);
    const isThere = commonMs > 0 && commonMs * 2 >= word.endMs - word.startMs;
    return isThere && !isSaidThere([word], then, NEAR_MS);
  });
