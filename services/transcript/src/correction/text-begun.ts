import { isId, type Context } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import type { Segment } from '../segment/segment.entity.ts';
import { loadWords, type Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { Correction, CorrectionKind } from './correction.entity.ts';

/** Each keeps the whole text: whoever types for longer begins another correction. */
const MAX_SAVES = 100;

interface TextBegun {
  correction: Correction;
  /** What the segment said before the correction. */
  text: string;
  words: Word[];
}

/**
 * A correction of a segment's text that can be gone on with: the last one of the transcript, by the same person. Others
 * would move past what was corrected since, and versions that have been shown would say something else.
 * @returns null when there is none such
 */
export async function textBegun(
  tx: EntityManager,
  { id: transcriptId, workspaceId, version }: Transcript,
  { id: segmentId }: Segment,
  correctionId: string | null,
  { viewer }: Context,
): Promise<TextBegun | null> {
  if (correctionId === null || !isId(correctionId)) return null;
  const last = await tx.findOneBy(Correction, { transcriptId, workspaceId, version });
  if (last?.id !== correctionId || last.kind !== CorrectionKind.TEXT_EDITED || last.author !== viewer.name)
    return null;
  if (last.saves.length >= MAX_SAVES) return null;
  const change = last.segments.find((one) => one.segmentId === segmentId);
  const { text, words } = change?.before ?? {};
  return text === undefined || !words ? null : { correction: last, text, words: loadWords(words) };
}
