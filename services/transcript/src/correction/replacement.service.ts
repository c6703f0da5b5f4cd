import { MAX_SEGMENT_LENGTH } from '@colloquy/contracts';
import { isId, type Context } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { cleanText } from '../segment/clean-text.ts';
import { Segment } from '../segment/segment.entity.ts';
import { segmentTextTooLong } from '../segment/segment.errors.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { nothingReplaced, nothingToFind, replacementUnfit } from './correction.errors.ts';
import { CorrectionKind, type Correction } from './correction.entity.ts';
import { ReplacementPreviews } from './correction.types.ts';
import type { Corrector, SeenTranscript } from './corrector.ts';
import { replaceText, type Replacement } from './replace-text.ts';
import { retold, segmentsOnly } from './segment-change.ts';

export interface ReplaceRequest extends Replacement, SeenTranscript {
  /** Only in these; everywhere unless given. */
  segmentIds?: readonly string[] | null | undefined;
}

interface CheckedReplacement extends Replacement {
  only: string[] | null;
}

const MAX_PREVIEWED = 200;
/** Characters to look for, and to put in their place. */
const MAX_REPLACED = 1_000;

/** The same words in many segments. */
export class ReplacementService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly corrector: Pick<Corrector, 'recording' | 'currentOf'>,
  ) {}

  /** Replaces words wherever they stand, or in some segments only. */
  replace(request: ReplaceRequest, context: Context): Promise<Correction | null> {
    const wanted = checked(request);
    return this.corrector.recording(request, context, async (tx, transcript) => {
      const changed = await replacedSegments(tx, transcript, wanted);
      const segments = changed.map(({ segment, text }) => retold(segment, text, context));
      return { kind: CorrectionKind.TEXT_REPLACED, changes: segmentsOnly(segments) };
    });
  }

  /** What `replace` would change. */
  async preview(request: ReplaceRequest, context: Context): Promise<ReplacementPreviews> {
    const wanted = checked(request);
    const transcript = await this.corrector.currentOf(request.recordingId, context);
    const changed = await replacedSegments(this.dataSource.manager, transcript, wanted);
    return Object.assign(new ReplacementPreviews(), {
      version: transcript.version,
      totalCount: changed.length,
      segments: changed.slice(0, MAX_PREVIEWED).map(({ segment, text }) => ({
        segmentId: segment.id,
        startMs: segment.startMs,
        before: segment.text,
        after: text,
      })),
    });
  }
}

function checked({
  find,
  replacement,
  matchCase,
  wholeWords,
  segmentIds,
}: ReplaceRequest): CheckedReplacement {
  if (cleanText(find) === '') throw nothingToFind();
  for (const { length } of [find, replacement])
    if (length > MAX_REPLACED) throw segmentTextTooLong(length, MAX_REPLACED);
  return {
    find: cleanText(find),
    replacement: cleanText(replacement),
    matchCase,
    wholeWords,
    only: segmentIds?.filter(isId) ?? null,
  };
}

/** @throws ExpectedError when there is none, or one would be left without text or become too long */
async function replacedSegments(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  { only, ...replacement }: CheckedReplacement,
): Promise<{ segment: Segment; text: string }[]> {
  const segments = await tx.find(Segment, {
    where: { transcriptId, workspaceId, ...(only && { id: In(only) }) },
    order: { place: 'ASC' },
  });
  const changed = segments.flatMap((segment) => {
    const replaced = replaceText(segment.text, replacement);
    const text = replaced === null ? segment.text : cleanText(replaced);
    if (text === segment.text) return [];
    if (text === '' || text.length > MAX_SEGMENT_LENGTH) throw replacementUnfit(segment.startMs, text === '');
    return [{ segment, text }];
  });
  if (changed.length === 0) throw nothingReplaced(replacement.find, replacement.replacement);
  return changed;
}
