import type { EntityManager } from 'typeorm';
import { cut, wordsOf, type Piece, type StoredPiece } from '../correction/cut-segments.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { loadWords, type Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { middleOf, placeOf, SAME_WORD_MS } from './cut-alike.ts';
import { divideSegments } from './divide-segments.ts';
import type { HeardStretch } from './match-runs.ts';
import { around, overlapping } from './overlapping.ts';
import { piecesOf } from './pieces.ts';

type LaterSegment = ChosenSegment & HeardStretch;

/**
 * Splits segments of a later transcript where people split what one speaker said, and did nothing else; wherever the
 * other engine began and ended what it heard there.
 *
 *     earlier  |we take it| |if we may|        split before "if"
 *     later  |so we take it if| |we may|   →   |so we take it| |if| |we may|
 *
 * @param earlier those that found no place so far
 * @returns ids of those that are cut so now, or were, and of the later segments that begin or end there, with what these
 *   are parts of
 */
export async function splitLater(
  tx: EntityManager,
  next: Transcript,
  earlier: readonly ChosenSegment[],
  later: readonly LaterSegment[],
): Promise<{ found: ReadonlySet<string>; laterIds: ReadonlyMap<string, string | null>; segments: number }> {
  const { workspaceId } = next;
  const pairs = earlier.flatMap((before, at): [ChosenSegment, ChosenSegment][] => {
    const after = earlier[at + 1];
    return after && isSplit(before, after) ? [[before, after]] : [];
  });
  const over = overlapping(
    later.map(({ id, heardStartMs, heardEndMs }) => ({ id, startMs: heardStartMs, endMs: heardEndMs })),
  );
  const cuts = pairs.map(([before, after]) => {
    const startMs = Math.floor((before.endMs + after.startMs) / 2);
    return { before, after, places: over({ startMs, endMs: startMs + 1 }), startMs, endMs: startMs };
  });
  const pieces = await piecesOf(
    tx,
    workspaceId,
    cuts.flatMap(({ before, after, places }) => [before, after, ...places].map(({ id }) => id)),
  );
  const wordsIn = ({ id }: { id: string }): Word[] => [...(pieces.get(id)?.words ?? [])];
  const parts = new Map<string, Piece[]>();
  const found = new Set<string>();
  const laterIds = new Map<string, string | null>();
  for (const { before, after, places, ...at } of cuts) {
    const [place, ...others] = places;
    // Where several speak at once, it is not known whom to interrupt.
    if (others.length > 0) continue;
    const whole = pieces.get(place?.id ?? '');
    if (place && whole) {
      const cutBefore = parts.get(place.id) ?? [];
      const rest = cutBefore.at(-1) ?? whole;
      // What is heard between them may be what people removed.
      if (wordsOf(rest).some((word) => isBetween(word, before, after))) continue;
      const word = placeOf(wordsIn(before).length, [before, after].flatMap(wordsIn), wordsOf(rest));
      if (word > 0 && word < wordsOf(rest).length)
        parts.set(place.id, [...cutBefore.slice(0, -1), ...cut(rest, word).map(loadPiece)]);
    }
    for (const { id } of [before, after]) found.add(id);
    for (const { id } of over(around(at, SAME_PLACE_MS))) laterIds.set(id, before.partOf);
  }
  const added = await divideSegments(tx, next, parts, later);
  for (const { id, of } of added) laterIds.set(id, laterIds.get(of) ?? null);
  return { found, laterIds, segments: added.length };
}

const isBetween = (word: Word, before: ChosenSegment, after: ChosenSegment): boolean =>
  middleOf(word) > before.endMs + SAME_WORD_MS && middleOf(word) < after.startMs - SAME_WORD_MS;

const loadPiece = (piece: StoredPiece): Piece => ({ ...piece, words: loadWords(piece.words) });

/** Whether people cut between two that one speaker says, one right after the other. */
const isSplit = (before: ChosenSegment, after: ChosenSegment): boolean =>
  before.onlyCut &&
  after.onlyCut &&
  before.partOf !== null &&
  before.partOf === after.partOf &&
  before.speakerId === after.speakerId &&
  before.endMs <= after.startMs;
