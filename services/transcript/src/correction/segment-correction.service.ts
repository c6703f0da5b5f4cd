import { MAX_SEGMENT_LENGTH } from '@colloquy/contracts';
import { newId, type Context } from '@colloquy/subgraph';
import { cleanText } from '../segment/clean-text.ts';
import { segmentTextEmpty, segmentTextTooLong } from '../segment/segment.errors.ts';
import { storeWords } from '../segment/word.ts';
import { inverse, type SegmentState } from './change-set.ts';
import { splitPlaceInvalid, tooFewSegments } from './correction.errors.ts';
import { CorrectionKind, type Correction } from './correction.entity.ts';
import type { Corrector, SeenSegment } from './corrector.ts';
import { cut, join, wordsOf } from './cut-segments.ts';
import { changeOf, edit, removalOf, retold, segmentsOnly } from './segment-change.ts';
import { checkAdjacent, placeAfter } from './segment-place.ts';
import { chosenSpeaker, isChoice, type SpeakerChoice } from './speaker-choice.ts';
import { textBegun } from './text-begun.ts';

/** What people change in segments: their words, who says them, where they begin and end. */
export class SegmentCorrectionService {
  constructor(private readonly corrector: Pick<Corrector, 'segments'>) {}

  /**
   * Replaces a segment's text; its words are aligned to it anew.
   * @param continues the correction of this text that is gone on with; both become one
   */
  editText(
    seen: SeenSegment,
    given: string,
    continues: string | null,
    context: Context,
  ): Promise<Correction | null> {
    if (given.length > MAX_SEGMENT_LENGTH) throw segmentTextTooLong(given.length, MAX_SEGMENT_LENGTH);
    const text = cleanText(given);
    if (text === '') throw segmentTextEmpty();
    return this.corrector.segments([seen], context, async (tx, transcript, [segment]) => {
      if (!segment || segment.text === text) return null;
      const begun = await textBegun(tx, transcript, segment, continues, context);
      if (begun?.text === text)
        return {
          kind: CorrectionKind.UNDONE,
          changes: inverse(begun.correction),
          reverts: begun.correction.id,
        };
      return {
        kind: CorrectionKind.TEXT_EDITED,
        changes: segmentsOnly([retold(segment, text, context, begun?.words)]),
        ...(begun && { continues: begun.correction }),
      };
    });
  }

  /** Says who speaks in some segments: one of the transcript's speakers, or a new one. */
  assignSpeaker(
    seen: readonly SeenSegment[],
    choice: SpeakerChoice,
    context: Context,
  ): Promise<Correction | null> {
    return this.corrector.segments(seen, context, async (tx, transcript, segments) => {
      const { speakerId, speakers } = await chosenSpeaker(tx, transcript, choice);
      const changed = segments
        .filter((segment) => segment.speakerId !== speakerId)
        .map((segment) => changeOf(segment, { speakerId }, context));
      if (changed.length === 0) return null;
      return { kind: CorrectionKind.SPEAKER_ASSIGNED, changes: { segments: changed, speakers } };
    });
  }

  /** Makes two segments of one; the second begins with word number `beforeWord`. */
  split(
    seen: SeenSegment,
    beforeWord: number,
    choice: SpeakerChoice,
    context: Context,
  ): Promise<Correction | null> {
    return this.corrector.segments([seen], context, async (tx, transcript, [segment]) => {
      if (!segment) return null;
      const count = wordsOf(segment).length;
      if (beforeWord < 1 || beforeWord >= count) throw splitPlaceInvalid(count);
      const [head, tail] = cut(segment, beforeWord);
      if (head.text === '' || tail.text === '') throw splitPlaceInvalid(count);
      const chosen = isChoice(choice)
        ? await chosenSpeaker(tx, transcript, choice)
        : { speakerId: segment.speakerId, speakers: [] };
      const place = await placeAfter(tx, segment);
      const second: SegmentState = { ...tail, ...edit(context), place, speakerId: chosen.speakerId };
      return {
        kind: CorrectionKind.SEGMENT_SPLIT,
        changes: {
          segments: [changeOf(segment, head, context), { segmentId: newId(), before: null, after: second }],
          speakers: chosen.speakers,
        },
      };
    });
  }

  /** Makes one segment of several that follow each other, spoken by who speaks the first. */
  merge(seen: readonly SeenSegment[], context: Context): Promise<Correction | null> {
    if (new Set(seen.map(({ segmentId }) => segmentId)).size < 2) throw tooFewSegments();
    return this.corrector.segments(seen, context, async (tx, transcript, segments) => {
      await checkAdjacent(tx, transcript, segments);
      const [first, ...rest] = segments;
      if (!first) return null;
      const whole = join(segments);
      if (whole.text.length > MAX_SEGMENT_LENGTH)
        throw segmentTextTooLong(whole.text.length, MAX_SEGMENT_LENGTH);
      return {
        kind: CorrectionKind.SEGMENTS_MERGED,
        changes: segmentsOnly([
          changeOf(first, { ...whole, words: storeWords(whole.words) }, context),
          ...rest.map(removalOf),
        ]),
      };
    });
  }

  /** Takes segments away, where an engine heard words and nobody speaks. */
  remove(seen: readonly SeenSegment[], context: Context): Promise<Correction | null> {
    return this.corrector.segments(seen, context, async (_tx, _transcript, segments) => ({
      kind: CorrectionKind.SEGMENTS_REMOVED,
      changes: segmentsOnly(segments.map(removalOf)),
    }));
  }

  /** Moves words from the end of the first of two neighbours to the second; the other way when negative. */
  moveBoundary(
    seen: readonly [SeenSegment, SeenSegment],
    words: number,
    context: Context,
  ): Promise<Correction | null> {
    return this.corrector.segments(seen, context, async (tx, transcript, segments) => {
      await checkAdjacent(tx, transcript, segments);
      const [first, second] = segments;
      if (!first || !second) return null;
      if (words === 0) return null;
      const whole = join([first, second]);
      const beforeWord = wordsOf(first).length - words;
      if (beforeWord < 1 || beforeWord >= whole.words.length) throw segmentTextEmpty();
      const [head, tail] = cut(whole, beforeWord);
      return {
        kind: CorrectionKind.BOUNDARY_MOVED,
        changes: segmentsOnly([changeOf(first, head, context), changeOf(second, tail, context)]),
      };
    });
  }
}
