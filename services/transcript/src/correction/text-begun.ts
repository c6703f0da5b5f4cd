import { isId, type Context } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import type { Segment } from '../segment/segment.entity.ts';
import { loadWords, type Word } from '../segment/word.ts';
import { Correction, CorrectionKind } from './correction.entity.ts';

interface TextBegun {
  correction: Correction;
  /** What the segment said before the correction. */
  text: string;
  words: Word[];
}

/**
 * A correction of a segment's text that can be gone on with: the last one of the segment, by the same person.
 * @returns null when there is none such
 */
export async function textBegun(
  tx: EntityManager,
  { id, transcriptId, workspaceId }: Segment,
  correctionId: string | null,
  { viewer }: Context,
): Promise<TextBegun | null> {
  if (correctionId === null || !isId(correctionId)) return null;
  const last = await tx
    .createQueryBuilder(Correction, 'correction')
    .where({ transcriptId, workspaceId })
    .andWhere('segments @> :changed', { changed: JSON.stringify([{ segmentId: id }]) })
    .orderBy('version', 'DESC')
    .limit(1)
    .getOne();
  if (last?.id !== correctionId || last.kind !== CorrectionKind.TEXT_EDITED || last.author !== viewer.name)
    return null;
  const { text, words } = last.segments[0]?.before ?? {};
  return text === undefined || !words ? null : { correction: last, text, words: loadWords(words) };
}
