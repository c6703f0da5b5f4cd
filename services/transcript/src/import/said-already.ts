import { Any, type EntityManager } from 'typeorm';
import { join, wordsOf, type Piece } from '../correction/cut-segments.ts';
import { essence, essences } from '../segment/common-words.ts';
import { NEAR_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import type { Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { middleOf } from './cut-alike.ts';
import type { CutStretch } from './match-runs.ts';
import { overlapping } from './overlapping.ts';
import { piecesOf } from './pieces.ts';
import { between } from './splice-text.ts';

/** A segment of which something found no place. */
export interface UnsaidSegment extends ChosenSegment {
  /** What is heard there, where people only cut it otherwise, just the same one speaks and no word of it is beside it. */
  heardNow: string | null;
}

/**
 * Those of some segments of which a word is missing where they would stand in a later transcript, or is said by somebody
 * else: the others were only cut otherwise. With what is heard there now of those that people only cut.
 * @param personOf who a speaker of either transcript is
 */
export async function notSaidAlready(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  segments: readonly ChosenSegment[],
  later: readonly (CutStretch & { id: string })[],
  personOf: (speakerId: string) => string,
): Promise<UnsaidSegment[]> {
  if (segments.length === 0) return [];
  const over = overlapping(later);
  const around = ({ startMs, endMs }: CutStretch) =>
    over({ startMs: startMs - NEAR_MS, endMs: endMs + NEAR_MS }).map(({ id }) => id);
  const rows = await tx.find(Segment, {
    select: {
      id: true,
      speakerId: true,
      startMs: true,
      endMs: true,
      text: true,
      words: true,
      editedAt: true,
    },
    where: { id: Any([...new Set(segments.flatMap(around))]), transcriptId, workspaceId },
  });
  const there = new Map(rows.map((row) => [row.id, row]));
  const pieces = await piecesOf(
    tx,
    workspaceId,
    segments.map(({ id }) => id),
  );
  return segments.flatMap((segment) => {
    const isTheirs = ({ speakerId }: Segment): boolean => personOf(speakerId) === personOf(segment.speakerId);
    const rowsOf = (ids: readonly string[]): Segment[] => ids.flatMap((id) => there.get(id) ?? []);
    const said = rowsOf(around(segment)).filter(isTheirs);
    const words = pieces.get(segment.id)?.words ?? [];
    if (standsAmong(words, said.flatMap(wordsOf))) return [];
    const heard = rowsOf(over(segment).map(({ id }) => id)).flatMap((row) => {
      const piece = pieceWithin(row, segment);
      return piece ? [{ row, piece }] : [];
    });
    const theirs = essences(heard.flatMap(({ piece }) => [...piece.words]));
    const beside = essences(rowsOf(around(segment)).flatMap(wordsOf));
    const isHeard =
      segment.onlyCut &&
      heard.length > 0 &&
      heard.every(({ row }) => row.editedAt === null && isTheirs(row)) &&
      essences(words).every((word) => theirs.includes(word) || !beside.includes(word));
    return [{ ...segment, heardNow: isHeard ? join(heard.map(({ piece }) => piece)).text : null }];
  });
}

/** What of a piece is said within a stretch, to the middle of a word; null where that is nothing. */
export function pieceWithin(piece: Piece, { startMs, endMs }: CutStretch): Piece | null {
  const words = wordsOf(piece);
  const isWithin = (word: Word): boolean => middleOf(word) > startMs && middleOf(word) < endMs;
  const [first, last] = [words.findIndex(isWithin), words.findLastIndex(isWithin)];
  return first === -1 ? null : between(piece, first, last + 1);
}

/** Whether words are said among others, one after another and at nearly the same time. */
export function standsAmong(words: readonly Word[], others: readonly Word[]): boolean {
  const [first] = words;
  if (!first) return false;
  const [text, among] = [words, others].map((some) => some.map((word) => essence(word.text)));
  return others.some(
    ({ startMs }, at) =>
      Math.abs(startMs - first.startMs) <= NEAR_MS &&
      text?.every((word, offset) => among?.[at + offset] === word),
  );
}
