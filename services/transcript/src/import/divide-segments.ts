import { newId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import type { Piece } from '../correction/cut-segments.ts';
import { foldText } from '../search/fold-text.ts';
import { insertSegments } from '../segment/insert-segments.ts';
import { storeWords } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { placesBetween } from '../version/places-between.ts';
import type { ChosenSegment } from './chosen-segments.ts';

const WRITE_HEADS = `
  update transcript.segment later set end_ms = h."endMs", text = h.text, words = h.words, search_text = h."searchText"
    from jsonb_to_recordset($3::jsonb) as h(id uuid, "endMs" int, text text, words jsonb, "searchText" text)
   where later.id = h.id and later.transcript_id = $1 and later.workspace_id = $2`;

/**
 * Divides segments of a transcript that nobody can see yet: the first piece stays the segment, the others follow it.
 * @param pieces by the id of the segment that they are of @param later all of the transcript, in order
 * @returns the segments that came by it, and which they were a part of
 */
export async function divideSegments(
  tx: EntityManager,
  next: Transcript,
  pieces: ReadonlyMap<string, readonly Piece[]>,
  later: readonly Pick<ChosenSegment, 'id' | 'place' | 'speakerId'>[],
): Promise<{ id: string; of: string }[]> {
  const behind = new Map(
    later.map(({ id, place }, at) => [id, [place, later[at + 1]?.place ?? null] as const]),
  );
  const speakers = new Map(later.map(({ id, speakerId }) => [id, speakerId]));
  const rows = [...pieces].flatMap(([of, some]) => {
    const places = placesBetween(...(behind.get(of) ?? ['0', null]), some.length - 1);
    return some.map((piece, at) => ({
      ...piece,
      of,
      speakerId: speakers.get(of),
      id: at === 0 ? of : newId(),
      place: places[at - 1],
      words: storeWords(piece.words),
      searchText: foldText(piece.text),
    }));
  });
  const added = rows.filter(({ id, of }) => id !== of);
  if (rows.length === 0) return [];
  const heads = rows.filter(({ id, of }) => id === of);
  await tx.query(WRITE_HEADS, [next.id, next.workspaceId, JSON.stringify(heads)]);
  await insertSegments(tx, next, added);
  return added.map(({ id, of }) => ({ id, of }));
}
