import { Any, type EntityManager } from 'typeorm';
import { wordsOf, type Piece } from '../correction/cut-segments.ts';
import { Segment } from '../segment/segment.entity.ts';

/** What some segments say, by their ids. */
export async function piecesOf(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, Piece>> {
  const known = new Set(ids.filter((id) => id !== null));
  if (known.size === 0) return new Map();
  const rows = await tx.find(Segment, {
    select: { id: true, startMs: true, endMs: true, text: true, words: true },
    where: { id: Any([...known]), workspaceId },
  });
  return new Map(rows.map((row) => [row.id, { ...row, words: wordsOf(row) }]));
}
