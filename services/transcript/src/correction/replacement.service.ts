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
import { placesIn, replaceText, type Place, type Replacement } from './replace-text.ts';
import { retold, segmentsOnly } from './segment-change.ts';

export interface ReplaceRequest extends Replacement, SeenTranscript {
  /** Only in these; everywhere unless given. */
  segmentIds?: readonly string[] | null | undefined;
  /** Only at these places of the segments that they name; at all of each unless given. */
  places?: readonly { segmentId: string; places: readonly number[] }[] | null | undefined;
}

interface CheckedReplacement extends Replacement {
  only: string[] | null;
  /** Of segments of which not all places are meant. */
  placesOf: ReadonlyMap<string, ReadonlySet<number>>;
}

interface ReplacedSegment {
  segment: Segment;
  text: string;
  places: Place[];
}

const MAX_PREVIEWED = 200;
/** Of those, for one who chooses among them. */
const MAX_PLACES = 500;
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
    const placeCount = changed.reduce((count, { places }) => count + places.length, 0);
    return Object.assign(new ReplacementPreviews(), {
      version: transcript.version,
      totalCount: changed.length,
      placeCount,
      segments: changed.slice(0, MAX_PREVIEWED).map(({ segment, text, places }) => ({
        segmentId: segment.id,
        startMs: segment.startMs,
        before: segment.text,
        after: text,
        places: placeCount > MAX_PLACES ? [] : places,
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
  places,
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
    placesOf: new Map(places?.map((one) => [one.segmentId.toLowerCase(), new Set(one.places)])),
  };
}

/** @throws ExpectedError when there is none, or one would be left without text or become too long */
async function replacedSegments(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  { only, placesOf, ...replacement }: CheckedReplacement,
): Promise<ReplacedSegment[]> {
  const segments = await tx.find(Segment, {
    where: { transcriptId, workspaceId, ...(only && { id: In(only) }) },
    order: { place: 'ASC' },
  });
  const changed = segments.flatMap((segment) => {
    const places = placesIn(segment.text, replacement);
    const replaced = replaceText(segment.text, places, placesOf.get(segment.id));
    const text = replaced === null ? segment.text : cleanText(replaced);
    if (text === segment.text) return [];
    if (text === '' || text.length > MAX_SEGMENT_LENGTH) throw replacementUnfit(segment.startMs, text === '');
    return [{ segment, text, places }];
  });
  if (changed.length === 0) throw nothingReplaced(replacement.find, replacement.replacement);
  return changed;
}
