import {
  AssignSpeakerDocument,
  CorrectionsDocument,
  MergeSegmentsDocument,
  MergeSpeakersDocument,
  MoveSegmentBoundaryDocument,
  PreviewReplacementDocument,
  RemoveSegmentsDocument,
  ReplaceTextDocument,
  RestoreTranscriptDocument,
  SplitSegmentDocument,
  UndoCorrectionDocument,
  type AssignSpeakerInput,
  type CorrectionFieldsFragment,
  type MergeSegmentsInput,
  type MergeSpeakersInput,
  type MoveSegmentBoundaryInput,
  type PreviewReplacementQuery,
  type ProblemFieldsFragment,
  type RemoveSegmentsInput,
  type ReplaceTextInput,
  type SplitSegmentInput,
  type TypedDocumentString,
} from '../gql/graphql.ts';
import { accepted } from '../graph/colloquy-error.ts';
import type { Abortable, Connection, Expecting } from '../graph/connection.ts';
import { everyItem, toPage, type Page, type PageOptions } from '../graph/page.ts';
import { notThere } from '../transcript/transcript-not-there.ts';

export type Correction = CorrectionFieldsFragment;
export type ReplacementPreview = Extract<
  PreviewReplacementQuery['previewReplacement'],
  { __typename: 'ReplacementPreviews' }
>;

interface Corrected {
  correction:
    ({ __typename: 'Correction' } & Correction) | ({ __typename: 'Problem' } & ProblemFieldsFragment) | null;
}

/**
 * Who said what, put right. Each answers null when it was so already; refused, as a ColloquyError, when somebody was
 * faster: a segment then has another version than the one that was seen.
 */
export class Corrections {
  constructor(private readonly connection: Connection) {}

  /** Says who speaks in some segments: one of the speakers, or somebody new. */
  assignSpeaker(input: AssignSpeakerInput, options?: Abortable): Promise<Correction | null> {
    return this.make(AssignSpeakerDocument, { input }, options);
  }

  /** Makes two segments of one. */
  splitSegment(input: SplitSegmentInput, options?: Abortable): Promise<Correction | null> {
    return this.make(SplitSegmentDocument, { input }, options);
  }

  /** Makes one segment of several that follow each other. */
  mergeSegments(input: MergeSegmentsInput, options?: Abortable): Promise<Correction | null> {
    return this.make(MergeSegmentsDocument, { input }, options);
  }

  /** Takes segments away in which nobody speaks. */
  removeSegments(input: RemoveSegmentsInput, options?: Abortable): Promise<Correction | null> {
    return this.make(RemoveSegmentsDocument, { input }, options);
  }

  /** Moves words from a segment to its neighbour. */
  moveBoundary(input: MoveSegmentBoundaryInput, options?: Abortable): Promise<Correction | null> {
    return this.make(MoveSegmentBoundaryDocument, { input }, options);
  }

  /** Makes one speaker of two, everywhere in the transcript. */
  mergeSpeakers(input: MergeSpeakersInput, options?: Abortable): Promise<Correction | null> {
    return this.make(MergeSpeakersDocument, { input }, options);
  }

  /** Replaces words wherever they stand, or in some segments. */
  replaceText(input: ReplaceTextInput, options?: Abortable): Promise<Correction | null> {
    return this.make(ReplaceTextDocument, { input }, options);
  }

  /** What `replaceText` would change. */
  async previewReplacement(input: ReplaceTextInput, { signal }: Abortable = {}): Promise<ReplacementPreview> {
    const { previewReplacement } = await this.connection.query(
      PreviewReplacementDocument,
      { input },
      { signal },
    );
    return accepted(previewReplacement);
  }

  /** Takes a correction back, and is one itself: undoing that brings the first again. */
  undo(correctionId: string, options?: Abortable): Promise<Correction | null> {
    return this.make(UndoCorrectionDocument, { correctionId }, options);
  }

  /** Brings a transcript back to one of its versions; with `expectedVersion` only from that one. */
  restore(
    recordingId: string,
    version: number,
    { expectedVersion, ...options }: Expecting = {},
  ): Promise<Correction | null> {
    return this.make(RestoreTranscriptDocument, { recordingId, version, expectedVersion }, options);
  }

  /** The latest first. @throws ColloquyError `TRANSCRIPT_NOT_THERE` */
  async page(
    recordingId: string,
    { first = 50, after, signal }: PageOptions & Abortable = {},
  ): Promise<Page<Correction>> {
    const variables = { recordingId, first, after };
    const { recording } = await this.connection.query(CorrectionsDocument, variables, { signal });
    return toPage((recording?.transcript ?? notThere()).corrections);
  }

  /** The same, page after page. */
  history(recordingId: string, options: PageOptions & Abortable = {}): AsyncGenerator<Correction> {
    return everyItem((after) => this.page(recordingId, { ...options, after: after ?? options.after }));
  }

  private async make<Variables>(
    document: TypedDocumentString<Corrected, Variables>,
    variables: Variables,
    { signal }: Abortable = {},
  ): Promise<Correction | null> {
    const { correction } = await this.connection.query(document, variables, { signal });
    return correction && accepted(correction);
  }
}
