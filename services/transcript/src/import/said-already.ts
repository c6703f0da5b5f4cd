import { Any, type EntityManager } from 'typeorm';
import { wordsOf } from '../correction/cut-segments.ts';
import { essence } from '../segment/common-words.ts';
import { NEAR_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import type { Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import type { CutStretch } from './match-runs.ts';
import { overlapping } from './overlapping.ts';
import { piecesOf } from './pieces.ts';

/**
 * Those of some segments of which a word is missing where they would stand in a later transcript, or is said by somebody
 * else: the others were only cut otherwise.
 * @param personOf who a speaker of either transcript is
 */
export async function notSaidAlready(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  segments: readonly ChosenSegment[],
  later: readonly (CutStretch & { id: string })[],
  personOf: (speakerId: string) => string,
): Promise<ChosenSegment[]> {
  if (segments.length === 0) return [];
  const over = overlapping(later);
  const around = ({ startMs, endMs }: CutStretch) =>
    over({ startMs: startMs - NEAR_MS, endMs: endMs + NEAR_MS }).map(({ id }) => id);
  const rows = await tx.find(Segment, {
    select: { id: true, speakerId: true, startMs: true, endMs: true, text: true, words: true },
    where: { id: Any([...new Set(segments.flatMap(around))]), transcriptId, workspaceId },
  });
  const there = new Map(rows.map((row) => [row.id, row]));
  const pieces = await piecesOf(
    tx,
    workspaceId,
    segments.map(({ id }) => id),
  );
  return segments.filter((segment) => {
    const said = around(segment)
      .flatMap((id) => there.get(id) ?? [])
      .filter(({ speakerId }) => personOf(speakerId) === personOf(segment.speakerId));
    return !standsAmong(pieces.get(segment.id)?.words ?? [], said.flatMap(wordsOf));
  });
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
