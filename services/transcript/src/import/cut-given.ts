import type { EntityManager } from 'typeorm';
import { wordsOf, type Piece } from '../correction/cut-segments.ts';
import { commonMs } from '../segment/common-ms.ts';
import { loadWords, type Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { isSameStretch } from '../version/align-segments.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { placeOf, SAME_WORD_MS } from './cut-alike.ts';
import { cutAt } from './cut-out.ts';
import { divideSegments } from './divide-segments.ts';
import type { HeardStretch } from './match-runs.ts';
import { overlapping } from './overlapping.ts';
import { piecesOf } from './pieces.ts';
import { isWithin } from './place-choices.ts';

type LaterSegment = ChosenSegment & HeardStretch;

/** A segment that was given to somebody, and what others said before and after it, of a later segment. */
interface Straddled {
  place: LaterSegment;
  given: ChosenSegment;
  before: readonly ChosenSegment[];
  after: readonly ChosenSegment[];
}

/**
 * Cuts segments of a later transcript that say what people gave to somebody and what somebody else said beside it, so
 * that just what was given goes to them:
 *
 *     earlier  |we looked at the offer again and| |it is too much|     the second given to Zoe
 *     later    |we looked at the offer| |again and it is too much|  →  |again and| |it is too much|
 *
 * @param personOf who a speaker is of those who were joined
 * @returns how many segments there are more
 */
export async function cutGiven(
  tx: EntityManager,
  next: Transcript,
  earlier: readonly ChosenSegment[],
  later: readonly LaterSegment[],
  personOf: (speakerId: string) => string,
): Promise<number> {
  const straddled = straddledBy(earlier, later, personOf);
  const pieces = await piecesOf(
    tx,
    next.workspaceId,
    straddled.flatMap(({ place, given, before, after }) =>
      [place, given, ...before, ...after].map(({ id }) => id),
    ),
  );
  const cuts = new Map<string, Set<number>>();
  for (const { place, given, before, after } of straddled) {
    const heardIn = (segments: readonly ChosenSegment[]): Word[] =>
      segments.flatMap((segment) => heardWords(segment, pieces));
    const [now, then] = [heardIn([place]), heardIn([...before, given, ...after])];
    const edges = [heardIn(before).length, heardIn([...before, given]).length];
    const own = edges
      .filter((edge) => edge > 0 && edge < then.length)
      .map((edge) => placeOf(edge, then, now));
    const inside = own.filter((word) => word > 0 && word < now.length);
    cuts.set(place.id, new Set([...(cuts.get(place.id) ?? []), ...inside]));
  }
  const parts = new Map<string, Piece[]>();
  for (const [id, words] of cuts) {
    const piece = pieces.get(id);
    if (!piece || words.size === 0) continue;
    const sorted = [...words].toSorted((a, b) => a - b);
    parts.set(
      id,
      cutAt(piece, sorted).map((part) => ({ ...part, words: loadWords(part.words) })),
    );
  }
  return (await divideSegments(tx, next, parts, later)).length;
}

function straddledBy(
  earlier: readonly ChosenSegment[],
  later: readonly LaterSegment[],
  personOf: (speakerId: string) => string,
): Straddled[] {
  const overEarlier = overlapping(earlier);
  const overLater = overlapping(later);
  return earlier.flatMap((given) => {
    if (given.textChosen || !given.speakerChosen) return [];
    const isOthers = (segment: ChosenSegment | undefined): boolean =>
      segment !== undefined && personOf(segment.speakerId) !== personOf(given.speakerId);
    return overLater(given).flatMap((place) => {
      if (!isWithin(place, given)) return [];
      const heard = { startMs: place.heardStartMs, endMs: place.heardEndMs };
      const there = overEarlier(heard).filter((other) => commonMs(other, heard) > SAME_WORD_MS);
      const before = there.filter(({ endMs }) => endMs <= given.startMs + SAME_WORD_MS);
      const after = there.filter(({ startMs }) => startMs >= given.endMs - SAME_WORD_MS);
      const beside = [given, ...before, ...after];
      // Where several speak at once, it may be what somebody else says.
      if (there.some((other) => !beside.includes(other) && isSameStretch(other, heard))) return [];
      const sides = {
        before: isOthers(before.at(-1)) ? before : [],
        after: isOthers(after[0]) ? after : [],
      };
      return sides.before.length + sides.after.length > 0 ? [{ place, given, ...sides }] : [];
    });
  });
}

/** As the engine heard it, where people changed just its text. */
function heardWords({ id, cut, heard }: ChosenSegment, pieces: ReadonlyMap<string, Piece>): readonly Word[] {
  const piece = pieces.get(id);
  if (heard && !cut) return loadWords(heard);
  return piece ? wordsOf(piece) : [];
}
