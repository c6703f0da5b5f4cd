import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Segment } from '../segment/segment.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { SpeakerDifference, speakerDifferences, unchanged } from '../version/speaker-version.ts';
import type { SpeakerVersions } from '../version/speaker-versions.ts';
import { Correction, CorrectionKind } from './correction.entity.ts';
import type { CorrectionHistory } from './correction.history.ts';
import {
  AssignSpeakerInput,
  MergeSegmentsInput,
  MergeSpeakersInput,
  MoveSegmentBoundaryInput,
  RemoveSegmentsInput,
  ReplaceTextInput,
  RestoreTranscriptArgs,
  SplitSegmentInput,
} from './correction.inputs.ts';
import type { ReplacementService } from './replacement.service.ts';
import type { RestorationService } from './restoration.service.ts';
import type { SegmentCorrectionService } from './segment-correction.service.ts';
import type { SpeakerCorrectionService } from './speaker-correction.service.ts';
import {
  CorrectionResult,
  differencesOf,
  MAX_DIFFERENCES,
  ReplacementPreviewResult,
  ReplacementPreviews,
  SegmentDifference,
} from './correction.types.ts';

/** Words on one speaker, who may look the same after. */
const SAID_OF_ONE: ReadonlySet<CorrectionKind> = new Set([
  CorrectionKind.SPEAKER_CONFIRMED,
  CorrectionKind.SPEAKER_REJECTED,
]);

type Outcome = Promise<Correction | Problem | null>;

@Resolver(() => Correction)
export class CorrectionResolver {
  constructor(
    private readonly segmentCorrections: SegmentCorrectionService,
    private readonly speakerCorrections: SpeakerCorrectionService,
    private readonly replacements: ReplacementService,
    private readonly restorations: RestorationService,
    private readonly history: CorrectionHistory,
    private readonly finder: TranscriptFinder,
    private readonly speakerVersions: Pick<SpeakerVersions, 'at'>,
  ) {}

  @FieldResolver(() => Boolean, { description: 'Whether it has been taken back.' })
  undone(@Root() correction: Correction, @Ctx() context: Context): Promise<boolean> {
    return this.history.isUndone(correction, context);
  }

  @FieldResolver(() => Correction, {
    nullable: true,
    description: 'The correction that this one takes back, null unless it does.',
  })
  reverted(@Root() { reverts }: Correction, @Ctx() context: Context): Promise<Correction | null> | null {
    return reverts === null ? null : this.history.find(reverts, context);
  }

  @FieldResolver(() => Int, { description: 'How many segments it changed.' })
  segmentCount(@Root() { segments }: Correction): number {
    return segments.length;
  }

  @FieldResolver(() => [ID], { description: 'The segments that it changed, brought or took away.' })
  segmentIds(@Root() { segments }: Correction): string[] {
    return segments.map(({ segmentId }) => segmentId);
  }

  @FieldResolver(() => [Segment], {
    description: 'The first 200 of them that are there, as they are now.',
  })
  async segments(@Root() { segments }: Correction, @Ctx() context: Context): Promise<Segment[]> {
    const ids = segments.slice(0, MAX_DIFFERENCES).map(({ segmentId }) => segmentId);
    const found = await Promise.all(ids.map((id) => this.finder.segment(id, context)));
    return found.filter((segment) => segment !== null);
  }

  @FieldResolver(() => [SegmentDifference], { description: 'What it changed, the first 200 segments.' })
  async differences(@Root() correction: Correction, @Ctx() context: Context): Promise<SegmentDifference[]> {
    return differencesOf(correction.segments, await this.speakersOf(correction, context));
  }

  @FieldResolver(() => [SpeakerDifference], {
    description:
      'Which speakers it named otherwise, joined, brought or took away, or said to be a known person or not; the same on both sides where that changed nothing to be seen.',
  })
  async speakerDifferences(
    @Root() correction: Correction,
    @Ctx() context: Context,
  ): Promise<SpeakerDifference[]> {
    if (correction.speakers.length === 0) return [];
    const { before, after } = await this.speakersOf(correction, context);
    const differences = speakerDifferences(
      before,
      after,
      new Map(Array.from(before.keys(), (id) => [id, id])),
    );
    return SAID_OF_ONE.has(correction.kind) && differences.length === 0
      ? correction.speakers.map(({ speakerId }) => unchanged(speakerId, after))
      : differences;
  }

  private async speakersOf({ transcriptId, version }: Correction, context: Context) {
    const [before, after] = await Promise.all([
      this.speakerVersions.at(transcriptId, version - 1, context),
      this.speakerVersions.at(transcriptId, version, context),
    ]);
    return { before, after };
  }

  @FieldResolver(() => Transcript, { nullable: true, description: 'The transcript that it changed.' })
  transcript(@Root() { transcriptId }: Correction, @Ctx() context: Context): Promise<Transcript | null> {
    return this.finder.transcript(transcriptId, context);
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description:
      'Says who speaks in some segments. Null when that is so already; refused when somebody was faster.',
  })
  assignSpeaker(
    @Arg('input', () => AssignSpeakerInput, { description: 'The segments and who says them.' })
    { segments, speaker }: AssignSpeakerInput,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.segmentCorrections.assignSpeaker(segments, speaker, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description: 'Makes two segments of one. Refused when somebody was faster.',
  })
  splitSegment(
    @Arg('input', () => SplitSegmentInput, { description: 'The segment and where to split it.' })
    { segment, beforeWord, speaker }: SplitSegmentInput,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.segmentCorrections.split(segment, beforeWord, speaker ?? {}, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description:
      'Makes one segment of several that follow each other, spoken by who speaks the first. Refused when somebody was faster.',
  })
  mergeSegments(
    @Arg('input', () => MergeSegmentsInput, { description: 'The segments.' })
    { segments }: MergeSegmentsInput,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.segmentCorrections.merge(segments, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description:
      'Takes segments away in which nobody speaks; undoing brings them back. Refused when somebody was faster.',
  })
  removeSegments(
    @Arg('input', () => RemoveSegmentsInput, { description: 'The segments.' })
    { segments }: RemoveSegmentsInput,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.segmentCorrections.remove(segments, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description:
      'Moves words from a segment to its neighbour. Null for no words; refused when somebody was faster or nothing would be left.',
  })
  moveSegmentBoundary(
    @Arg('input', () => MoveSegmentBoundaryInput, { description: 'The two segments and the boundary.' })
    { first, second, words }: MoveSegmentBoundaryInput,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.segmentCorrections.moveBoundary([first, second], words, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description: 'Makes one speaker of two, everywhere in the transcript. Refused when somebody was faster.',
  })
  mergeSpeakers(
    @Arg('input', () => MergeSpeakersInput, { description: 'Who goes and who stays.' })
    { intoSpeakerId, intoExpectedVersion, ...seen }: MergeSpeakersInput,
    @Ctx() context: Context,
  ): Outcome {
    const into = { speakerId: intoSpeakerId, expectedVersion: intoExpectedVersion };
    return orProblem(() => this.speakerCorrections.mergeSpeakers(seen, into, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description: 'Replaces words wherever they stand in a transcript, or in some of its segments.',
  })
  replaceText(
    @Arg('input', () => ReplaceTextInput, {
      description: 'The words, what to put in their place, and where.',
    })
    input: ReplaceTextInput,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.replacements.replace(input, context));
  }

  @Query(() => ReplacementPreviewResult, {
    description: 'What replacing words would change. Nothing is changed by asking.',
  })
  previewReplacement(
    @Arg('input', () => ReplaceTextInput, { description: 'As it would be handed to `replaceText`.' })
    input: ReplaceTextInput,
    @Ctx() context: Context,
  ): Promise<ReplacementPreviews | Problem> {
    return orProblem(() => this.replacements.preview(input, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description:
      'Brings a transcript back to one of its versions, as one correction that can be taken back. Null when nothing differs; refused when somebody was faster.',
  })
  restoreTranscript(
    @Args(() => RestoreTranscriptArgs) { version, ...seen }: RestoreTranscriptArgs,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.restorations.restore(seen, version, context));
  }

  @Mutation(() => CorrectionResult, {
    nullable: true,
    description:
      'Takes a correction back, and is one itself: undoing that brings the first again. Refused when what it changed has been changed since.',
  })
  undoCorrection(
    @Arg('correctionId', () => ID, { description: 'The correction.' }) correctionId: string,
    @Ctx() context: Context,
  ): Outcome {
    return orProblem(() => this.restorations.undo(correctionId, context));
  }
}
