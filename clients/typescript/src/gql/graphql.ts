/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A question. */
export type AskInput = {
  /** A new conversation is started when left out. */
  conversationId?: string | null | undefined;
  /** At most 2,000 characters. */
  question: string;
  /** Empty or left out: all recordings. Only read when a conversation is started. */
  recordingIds?: Array<string> | null | undefined;
  /** Passages scoring less are not used, 0 to 1; SIMILARITY_THRESHOLD when left out. */
  threshold?: number | null | undefined;
  /** Passages to find, 1 to 50; SIMILARITY_TOP_K when left out. */
  topK?: number | null | undefined;
};

/** Segments to be said by somebody else. */
export type AssignSpeakerInput = {
  /** The segments, of one transcript, at most 500. */
  segments: Array<SeenSegmentInput>;
  /** Who says them. */
  speaker: SpeakerChoiceInput;
};

/** What kind of correction it was. */
export type CorrectionKind =
  /** Words went from one segment to its neighbour. */
  | 'BOUNDARY_MOVED'
  /** The transcript came back to an earlier version. */
  | 'RESTORED'
  /** Several segments became one. */
  | 'SEGMENTS_MERGED'
  /** Segments in which nobody speaks were taken away. */
  | 'SEGMENTS_REMOVED'
  /** One segment became two. */
  | 'SEGMENT_SPLIT'
  /** Two speakers were one person. */
  | 'SPEAKERS_MERGED'
  /** Who says some segments. */
  | 'SPEAKER_ASSIGNED'
  /** A person said that a speaker is the known person whom they were found to be. */
  | 'SPEAKER_CONFIRMED'
  /** Which known person a speaker is, said by a person or found by the voice. */
  | 'SPEAKER_IDENTIFIED'
  /** A person said that a speaker is not the known person whom they were, or might be, taken for. */
  | 'SPEAKER_REJECTED'
  /** What a speaker is called. */
  | 'SPEAKER_RENAMED'
  /** What a segment says. */
  | 'TEXT_EDITED'
  /** The same words in many segments. */
  | 'TEXT_REPLACED'
  /** An earlier correction was taken back; undoing this brings it again. */
  | 'UNDONE';

/** A finished upload and what is known about it. */
export type CreateRecordingInput = {
  /** When the file was chosen for the collection: it comes before those that were chosen later, whichever arrives first. Without, it comes last. */
  chosenAt?: string | null | undefined;
  /** The collection it is made for. Errors: COLLECTION_FULL, COLLECTION_FILE_TOO_LARGE. */
  collectionId?: string | null | undefined;
  /** How many people talk, 1 to 20, when known: it helps a lot. */
  expectedSpeakers?: number | null | undefined;
  /** The language spoken, BCP 47, when known. */
  language?: string | null | undefined;
  /** When the conversation took place. */
  recordedAt?: string | null | undefined;
  /** Its name in lists; the file’s name by default. */
  title?: string | null | undefined;
  /** The last path segment of the finished tus upload’s URL. */
  uploadId: string;
};

/** A correction of what was said. */
export type EditSegmentTextInput = {
  /** The correction of this text, by the same person, that the edit goes on with: both become one correction. Heeded only while it is the last one of the transcript. */
  continues?: string | null | undefined;
  /** The segment version the edit was made on. */
  expectedVersion: number;
  /** The segment. */
  segmentId: string;
  /** Its whole text, at most 20,000 characters. */
  text: string;
};

/** A file format a transcript can be taken away in. */
export type ExportFormat =
  /** A table for spreadsheets, a row a segment. */
  | 'CSV'
  /** A document for Word and the like. */
  | 'DOCX'
  /** Everything, words included; can be imported again. */
  | 'JSON'
  /** Text with headings and emphasis, for notes and wikis. */
  | 'MARKDOWN'
  /** Who spoke when, as diarization tools read it. */
  | 'RTTM'
  /** SubRip subtitles. */
  | 'SRT'
  /** Plain text, a line a segment: `Name: text`. */
  | 'TXT'
  /** WebVTT subtitles with voice tags. */
  | 'VTT';

/** A transcript made elsewhere. */
export type ImportTranscriptInput = {
  /** The transcript itself, up to 20 MB. */
  content: string;
  /** How it is written. */
  format: TranscriptFormat;
  /** The language spoken, BCP 47; without one, what the file names or its words tell. */
  language?: string | null | undefined;
  /** When the conversation took place. */
  recordedAt?: string | null | undefined;
  /** Its name in lists. */
  title: string;
  /** A finished tus upload with the audio, if there is one. */
  uploadId?: string | null | undefined;
};

/** How hits were found. */
export type MatchKind =
  /** By the words asked for, in any of their forms. */
  | 'EXACT'
  /** Nothing matched, so these hold similar spellings. */
  | 'FUZZY';

/** Segments to be made one. */
export type MergeSegmentsInput = {
  /** Two or more that follow each other, at most 500. */
  segments: Array<SeenSegmentInput>;
};

/** Two speakers who are one person. */
export type MergeSpeakersInput = {
  /** The version of who goes, as it was seen; refused when they have another by now. */
  expectedVersion?: number | null | undefined;
  /** The version of who stays, as it was seen; refused when they have another by now. */
  intoExpectedVersion?: number | null | undefined;
  /** The speaker who stays and says everything. */
  intoSpeakerId: string;
  /** The speaker who goes. */
  speakerId: string;
};

/** How far a message has come. */
export type MessageStatus =
  /** Whole. */
  | 'COMPLETE'
  /** It could not be written; `problem` says why. */
  | 'FAILED'
  /** The service stopped while writing; what was written is kept. */
  | 'INTERRUPTED'
  /** Stopped by a person; what was written is kept. */
  | 'STOPPED'
  /** Being written. */
  | 'STREAMING'
  /** A recording it was written from has been deleted, and its text and citations with it. */
  | 'WITHDRAWN';

/** Where one segment is to end and the next to begin. */
export type MoveSegmentBoundaryInput = {
  /** The segment before the boundary. */
  first: SeenSegmentInput;
  /** The segment after it. */
  second: SeenSegmentInput;
  /** How many words go from the end of the first to the second; negative for the other way. */
  words: number;
};

/** What the worker is doing. */
export type ProcessingStage =
  /** Joins words to speakers. */
  | 'ALIGN'
  /** Turns it into plain audio. */
  | 'DECODE'
  /** Measures how loud it is over time and plans pieces that begin and end in pauses. */
  | 'DETECT_SPEECH'
  /** Works out who speaks when. */
  | 'DIARIZE'
  /** Looks at the file. */
  | 'PROBE'
  /** Hands the result to the transcript. */
  | 'PUBLISH'
  /** Works out what is said. */
  | 'TRANSCRIBE';

/** Which recordings to list. */
export type RecordingFilter = {
  /** Words the title or the file name contains. */
  search?: string | null | undefined;
  /** Only these. */
  statuses?: Array<RecordingStatus> | null | undefined;
};

/** How to order recordings. */
export type RecordingSort = {
  /** Which end first. */
  direction: SortDirection;
  /** By what. */
  field: RecordingSortField;
};

/** What recordings are put in order by. */
export type RecordingSortField =
  /** When they were uploaded or imported. */
  | 'CREATED_AT'
  /** Their length; unknown counts as shortest. */
  | 'DURATION'
  /** When the conversation took place; the upload, where that is not known. */
  | 'RECORDED_AT'
  /** Their title, upper and lower case alike. */
  | 'TITLE';

/** How a recording came here. */
export type RecordingSource =
  /** An existing transcript, with or without its audio. */
  | 'IMPORT'
  /** The sample conversation that comes with the product. */
  | 'SAMPLE'
  /** An uploaded audio file. */
  | 'UPLOAD';

/** Where a recording stands. */
export type RecordingStatus =
  /** Somebody stopped the processing. */
  | 'CANCELLED'
  /** It cannot be processed as things are; `problem` says why. */
  | 'FAILED'
  /** The worker has begun. */
  | 'PROCESSING'
  /** Waiting for the worker. */
  | 'QUEUED'
  /** Its transcript can be read. */
  | 'READY'
  /** Received, not yet queued. */
  | 'UPLOADED';

/** Segments to be taken away. */
export type RemoveSegmentsInput = {
  /** The segments, of one transcript, at most 500. */
  segments: Array<SeenSegmentInput>;
};

/** What a speaker is to be called. */
export type RenameSpeakerInput = {
  /** Their version, as it was seen; refused when they have another by now. */
  expectedVersion?: number | null | undefined;
  /** Empty or null takes the name away. */
  name?: string | null | undefined;
  /** The speaker. */
  speakerId: string;
};

/** Words to be replaced in a transcript. */
export type ReplaceTextInput = {
  /** The version of the transcript that was looked at; refused when there is another by now. */
  expectedVersion?: number | null | undefined;
  /** What to look for; any run of white space stands for any other. */
  find: string;
  /** Whether capitals must be the same. */
  matchCase?: boolean;
  /** Of these segments only some places; all of each segment unless given. Goes with `expectedVersion`: another text has other places. */
  places?: Array<ReplacementPlacesInput> | null | undefined;
  /** The recording. */
  recordingId: string;
  /** What to put in its place, as it is; with a capital where one stands if both are in small letters and capitals do not matter. */
  replacement: string;
  /** Only in these segments; everywhere unless given. */
  segmentIds?: Array<string> | null | undefined;
  /** Whether it must not be part of a longer word. */
  wholeWords?: boolean;
};

/** Places in a segment at which words are replaced. */
export type ReplacementPlacesInput = {
  /** Its places, as the preview lists them, counted from 0. */
  places: Array<number>;
  /** The segment. */
  segmentId: string;
};

/** A segment as the one who corrects it sees it. */
export type SeenSegmentInput = {
  /** Its version; the correction is refused when it has another by now. */
  expectedVersion: number;
  /** The segment. */
  segmentId: string;
};

/** What to search for, and where. */
export type SegmentSearchInput = {
  /** Words; "quotes" for phrases; a trailing * for prefixes; -word to exclude; or between alternatives. */
  query: string;
  /** Only conversations held then or later; those without a known date count as held when they were uploaded. */
  recordedFrom?: string | null | undefined;
  /** Only conversations held then or earlier. */
  recordedTo?: string | null | undefined;
  /** Only in these recordings; all when empty or left out. */
  recordingIds?: Array<string> | null | undefined;
  /** Only what these speakers say; all when empty or left out. */
  speakerIds?: Array<string> | null | undefined;
  /** Case-insensitive part of a speaker's name. */
  speakerName?: string | null | undefined;
};

/** Which end comes first. */
export type SortDirection =
  /** Smallest or oldest first. */
  | 'ASC'
  /** Largest or newest first. */
  | 'DESC';

/** Who speaks: one of the speakers, or somebody new. */
export type SpeakerChoiceInput = {
  /** The name of a new speaker, empty for one without; only without `speakerId`. */
  newSpeakerName?: string | null | undefined;
  /** A speaker of the transcript. */
  speakerId?: string | null | undefined;
};

/** A segment to be made two. */
export type SplitSegmentInput = {
  /** The word that begins the second, counted from 0; not the first. */
  beforeWord: number;
  /** The segment. */
  segment: SeenSegmentInput;
  /** Who says the second; the same speaker unless given. */
  speaker?: SpeakerChoiceInput | null | undefined;
};

/** How an existing transcript is written. */
export type TranscriptFormat =
  /** This product’s JSON export. */
  | 'JSON'
  /** SubRip; speakers by `Anna: …`. */
  | 'SRT'
  /** Lines of `Anna: …`, with `[00:01:02]` before them or without. */
  | 'TEXT'
  /** WebVTT; speakers by voice tags (`<v Anna>`) or by `Anna: …`. */
  | 'WEBVTT';

export type AnswerFieldsFragment = { id: string, status: MessageStatus, text: string, engine: string | null, createdAt: string, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null, citations: Array<{ index: number, recordingId: string, recordingTitle: string, segmentId: string, speakerName: string, startMs: number, endMs: number, quote: string }> };

export type AskMutationVariables = Exact<{
  input: AskInput;
}>;


export type AskMutation = { ask:
    | { __typename: 'AskAccepted', answer: { id: string }, conversation: { id: string } }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   };

export type StopAnswerMutationVariables = Exact<{
  messageId: string;
}>;


export type StopAnswerMutation = { stopAnswer:
    | { __typename: 'Message' }
    | { __typename: 'Problem' }
   };

export type AnswerDeltaSubscriptionVariables = Exact<{
  messageId: string;
}>;


export type AnswerDeltaSubscription = { answerDelta: { offset: number, text: string, done: boolean, message: { id: string, status: MessageStatus, text: string, engine: string | null, createdAt: string, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null, citations: Array<{ index: number, recordingId: string, recordingTitle: string, segmentId: string, speakerName: string, startMs: number, endMs: number, quote: string }> } | null } };

export type CorrectionFieldsFragment = { id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> };

export type AssignSpeakerMutationVariables = Exact<{
  input: AssignSpeakerInput;
}>;


export type AssignSpeakerMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type SplitSegmentMutationVariables = Exact<{
  input: SplitSegmentInput;
}>;


export type SplitSegmentMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type MergeSegmentsMutationVariables = Exact<{
  input: MergeSegmentsInput;
}>;


export type MergeSegmentsMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type RemoveSegmentsMutationVariables = Exact<{
  input: RemoveSegmentsInput;
}>;


export type RemoveSegmentsMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type MoveSegmentBoundaryMutationVariables = Exact<{
  input: MoveSegmentBoundaryInput;
}>;


export type MoveSegmentBoundaryMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type MergeSpeakersMutationVariables = Exact<{
  input: MergeSpeakersInput;
}>;


export type MergeSpeakersMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type ReplaceTextMutationVariables = Exact<{
  input: ReplaceTextInput;
}>;


export type ReplaceTextMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type UndoCorrectionMutationVariables = Exact<{
  correctionId: string;
}>;


export type UndoCorrectionMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type RestoreTranscriptMutationVariables = Exact<{
  recordingId: string;
  version: number;
  expectedVersion?: number | null | undefined;
}>;


export type RestoreTranscriptMutation = { correction:
    | { __typename: 'Correction', id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> }
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
   | null };

export type PreviewReplacementQueryVariables = Exact<{
  input: ReplaceTextInput;
}>;


export type PreviewReplacementQuery = { previewReplacement:
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
    | { __typename: 'ReplacementPreviews', version: number, totalCount: number, placeCount: number, segments: Array<{ segmentId: string, startMs: number, before: string, after: string, places: Array<{ start: number, end: number, text: string }> }> }
   };

export type CorrectionsQueryVariables = Exact<{
  recordingId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CorrectionsQuery = { recording: { transcript: { corrections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, version: number, kind: CorrectionKind, author: string, createdAt: string, undone: boolean, segmentCount: number, segmentIds: Array<string> } }> } } | null } | null };

export type ProblemFieldsFragment = { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> };

export type RecordingFieldsFragment = { id: string, title: string, status: RecordingStatus, source: RecordingSource, createdAt: string, recordedAt: string | null, durationMs: number | null, language: string | null, fileName: string | null, format: string | null, sizeBytes: number | null, expectedSpeakers: number | null, audioUrl: string | null, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null };

export type RecordingQueryVariables = Exact<{
  id: string;
}>;


export type RecordingQuery = { recording: { id: string, title: string, status: RecordingStatus, source: RecordingSource, createdAt: string, recordedAt: string | null, durationMs: number | null, language: string | null, fileName: string | null, format: string | null, sizeBytes: number | null, expectedSpeakers: number | null, audioUrl: string | null, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null } | null };

export type RecordingsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RecordingFilter | null | undefined;
  sort?: RecordingSort | null | undefined;
}>;


export type RecordingsQuery = { recordings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, title: string, status: RecordingStatus, source: RecordingSource, createdAt: string, recordedAt: string | null, durationMs: number | null, language: string | null, fileName: string | null, format: string | null, sizeBytes: number | null, expectedSpeakers: number | null, audioUrl: string | null, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null } }> } | null };

export type CreateRecordingMutationVariables = Exact<{
  input: CreateRecordingInput;
}>;


export type CreateRecordingMutation = { createRecording:
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
    | { __typename: 'Recording', id: string, title: string, status: RecordingStatus, source: RecordingSource, createdAt: string, recordedAt: string | null, durationMs: number | null, language: string | null, fileName: string | null, format: string | null, sizeBytes: number | null, expectedSpeakers: number | null, audioUrl: string | null, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null }
   };

export type ImportTranscriptMutationVariables = Exact<{
  input: ImportTranscriptInput;
}>;


export type ImportTranscriptMutation = { importTranscript:
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
    | { __typename: 'Recording', id: string, title: string, status: RecordingStatus, source: RecordingSource, createdAt: string, recordedAt: string | null, durationMs: number | null, language: string | null, fileName: string | null, format: string | null, sizeBytes: number | null, expectedSpeakers: number | null, audioUrl: string | null, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null }
   };

export type RecordingStatusSubscriptionVariables = Exact<{
  recordingId: string;
}>;


export type RecordingStatusSubscription = { recordingStatusChanged: { recordingId: string, status: RecordingStatus, stage: ProcessingStage | null, progress: number, message: string, etaSeconds: number | null, waiting: boolean, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null, recording: { id: string, title: string, status: RecordingStatus, source: RecordingSource, createdAt: string, recordedAt: string | null, durationMs: number | null, language: string | null, fileName: string | null, format: string | null, sizeBytes: number | null, expectedSpeakers: number | null, audioUrl: string | null, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null } | null } };

export type SpeakerFieldsFragment = { id: string, version: number, label: string, name: string | null, displayName: string, suggestedRole: string | null, talkTimeMs: number, share: number, segmentCount: number };

export type SegmentFieldsFragment = { id: string, startMs: number, endMs: number, text: string, edited: boolean, version: number, speaker: { id: string, label: string, displayName: string } };

export type TranscriptQueryVariables = Exact<{
  recordingId: string;
}>;


export type TranscriptQuery = { recording: { transcript: { id: string, version: number, language: string, durationMs: number, segmentCount: number, wordCount: number, updatedAt: string, speakers: Array<{ id: string, version: number, label: string, name: string | null, displayName: string, suggestedRole: string | null, talkTimeMs: number, share: number, segmentCount: number }>, exports: Array<{ format: ExportFormat, fileName: string, url: string }> } | null } | null };

export type SegmentsQueryVariables = Exact<{
  recordingId: string;
  first: number;
  after?: string | null | undefined;
  speakerIds?: Array<string> | string | null | undefined;
}>;


export type SegmentsQuery = { recording: { transcript: { segments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, startMs: number, endMs: number, text: string, edited: boolean, version: number, speaker: { id: string, label: string, displayName: string } } }> } } | null } | null };

export type SearchSegmentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  input: SegmentSearchInput;
}>;


export type SearchSegmentsQuery = { searchSegments: { matchKind: MatchKind, totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { score: number, highlights: Array<{ start: number, end: number }>, segment: { id: string, startMs: number, endMs: number, text: string, edited: boolean, version: number, recording: { id: string, title: string } | null, speaker: { id: string, label: string, displayName: string } } } }> } | null };

export type RenameSpeakerMutationVariables = Exact<{
  input: RenameSpeakerInput;
}>;


export type RenameSpeakerMutation = { renameSpeaker:
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
    | { __typename: 'Speaker', id: string, version: number, label: string, name: string | null, displayName: string, suggestedRole: string | null, talkTimeMs: number, share: number, segmentCount: number }
   };

export type EditSegmentTextMutationVariables = Exact<{
  input: EditSegmentTextInput;
}>;


export type EditSegmentTextMutation = { editSegmentText:
    | { __typename: 'Problem', code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> }
    | { __typename: 'Segment', id: string, startMs: number, endMs: number, text: string, edited: boolean, version: number, speaker: { id: string, label: string, displayName: string } }
   };

export type PropagationSubscriptionVariables = Exact<{
  recordingId: string;
}>;


export type PropagationSubscription = { propagationChanged: { upToDate: boolean } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ProblemFieldsFragmentDoc = new TypedDocumentString(`
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
    `, {"fragmentName":"ProblemFields"}) as unknown as TypedDocumentString<ProblemFieldsFragment, unknown>;
export const AnswerFieldsFragmentDoc = new TypedDocumentString(`
    fragment AnswerFields on Message {
  id
  status
  text
  engine
  createdAt
  problem {
    ...ProblemFields
  }
  citations {
    index
    recordingId
    recordingTitle
    segmentId
    speakerName
    startMs
    endMs
    quote
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`, {"fragmentName":"AnswerFields"}) as unknown as TypedDocumentString<AnswerFieldsFragment, unknown>;
export const CorrectionFieldsFragmentDoc = new TypedDocumentString(`
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
    `, {"fragmentName":"CorrectionFields"}) as unknown as TypedDocumentString<CorrectionFieldsFragment, unknown>;
export const RecordingFieldsFragmentDoc = new TypedDocumentString(`
    fragment RecordingFields on Recording {
  id
  title
  status
  source
  createdAt
  recordedAt
  durationMs
  language
  fileName
  format
  sizeBytes
  expectedSpeakers
  audioUrl
  problem {
    ...ProblemFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`, {"fragmentName":"RecordingFields"}) as unknown as TypedDocumentString<RecordingFieldsFragment, unknown>;
export const SpeakerFieldsFragmentDoc = new TypedDocumentString(`
    fragment SpeakerFields on Speaker {
  id
  version
  label
  name
  displayName
  suggestedRole
  talkTimeMs
  share
  segmentCount
}
    `, {"fragmentName":"SpeakerFields"}) as unknown as TypedDocumentString<SpeakerFieldsFragment, unknown>;
export const SegmentFieldsFragmentDoc = new TypedDocumentString(`
    fragment SegmentFields on Segment {
  id
  startMs
  endMs
  text
  edited
  version
  speaker {
    id
    label
    displayName
  }
}
    `, {"fragmentName":"SegmentFields"}) as unknown as TypedDocumentString<SegmentFieldsFragment, unknown>;
export const AskDocument = new TypedDocumentString(`
    mutation Ask($input: AskInput!) {
  ask(input: $input) {
    __typename
    ... on AskAccepted {
      answer {
        id
      }
      conversation {
        id
      }
    }
    ...ProblemFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<AskMutation, AskMutationVariables>;
export const StopAnswerDocument = new TypedDocumentString(`
    mutation StopAnswer($messageId: ID!) {
  stopAnswer(messageId: $messageId) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<StopAnswerMutation, StopAnswerMutationVariables>;
export const AnswerDeltaDocument = new TypedDocumentString(`
    subscription AnswerDelta($messageId: ID!) {
  answerDelta(messageId: $messageId) {
    offset
    text
    done
    message {
      ...AnswerFields
    }
  }
}
    fragment AnswerFields on Message {
  id
  status
  text
  engine
  createdAt
  problem {
    ...ProblemFields
  }
  citations {
    index
    recordingId
    recordingTitle
    segmentId
    speakerName
    startMs
    endMs
    quote
  }
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<AnswerDeltaSubscription, AnswerDeltaSubscriptionVariables>;
export const AssignSpeakerDocument = new TypedDocumentString(`
    mutation AssignSpeaker($input: AssignSpeakerInput!) {
  correction: assignSpeaker(input: $input) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<AssignSpeakerMutation, AssignSpeakerMutationVariables>;
export const SplitSegmentDocument = new TypedDocumentString(`
    mutation SplitSegment($input: SplitSegmentInput!) {
  correction: splitSegment(input: $input) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<SplitSegmentMutation, SplitSegmentMutationVariables>;
export const MergeSegmentsDocument = new TypedDocumentString(`
    mutation MergeSegments($input: MergeSegmentsInput!) {
  correction: mergeSegments(input: $input) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<MergeSegmentsMutation, MergeSegmentsMutationVariables>;
export const RemoveSegmentsDocument = new TypedDocumentString(`
    mutation RemoveSegments($input: RemoveSegmentsInput!) {
  correction: removeSegments(input: $input) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<RemoveSegmentsMutation, RemoveSegmentsMutationVariables>;
export const MoveSegmentBoundaryDocument = new TypedDocumentString(`
    mutation MoveSegmentBoundary($input: MoveSegmentBoundaryInput!) {
  correction: moveSegmentBoundary(input: $input) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<MoveSegmentBoundaryMutation, MoveSegmentBoundaryMutationVariables>;
export const MergeSpeakersDocument = new TypedDocumentString(`
    mutation MergeSpeakers($input: MergeSpeakersInput!) {
  correction: mergeSpeakers(input: $input) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<MergeSpeakersMutation, MergeSpeakersMutationVariables>;
export const ReplaceTextDocument = new TypedDocumentString(`
    mutation ReplaceText($input: ReplaceTextInput!) {
  correction: replaceText(input: $input) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<ReplaceTextMutation, ReplaceTextMutationVariables>;
export const UndoCorrectionDocument = new TypedDocumentString(`
    mutation UndoCorrection($correctionId: ID!) {
  correction: undoCorrection(correctionId: $correctionId) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<UndoCorrectionMutation, UndoCorrectionMutationVariables>;
export const RestoreTranscriptDocument = new TypedDocumentString(`
    mutation RestoreTranscript($recordingId: ID!, $version: Int!, $expectedVersion: Int) {
  correction: restoreTranscript(
    recordingId: $recordingId
    version: $version
    expectedVersion: $expectedVersion
  ) {
    __typename
    ...CorrectionFields
    ...ProblemFields
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}
fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<RestoreTranscriptMutation, RestoreTranscriptMutationVariables>;
export const PreviewReplacementDocument = new TypedDocumentString(`
    query PreviewReplacement($input: ReplaceTextInput!) {
  previewReplacement(input: $input) {
    __typename
    ... on ReplacementPreviews {
      version
      totalCount
      placeCount
      segments {
        segmentId
        startMs
        before
        after
        places {
          start
          end
          text
        }
      }
    }
    ...ProblemFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}`) as unknown as TypedDocumentString<PreviewReplacementQuery, PreviewReplacementQueryVariables>;
export const CorrectionsDocument = new TypedDocumentString(`
    query Corrections($recordingId: ID!, $first: Int!, $after: String) {
  recording(id: $recordingId) {
    transcript {
      corrections(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...CorrectionFields
          }
        }
      }
    }
  }
}
    fragment CorrectionFields on Correction {
  id
  version
  kind
  author
  createdAt
  undone
  segmentCount
  segmentIds
}`) as unknown as TypedDocumentString<CorrectionsQuery, CorrectionsQueryVariables>;
export const RecordingDocument = new TypedDocumentString(`
    query Recording($id: ID!) {
  recording(id: $id) {
    ...RecordingFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
fragment RecordingFields on Recording {
  id
  title
  status
  source
  createdAt
  recordedAt
  durationMs
  language
  fileName
  format
  sizeBytes
  expectedSpeakers
  audioUrl
  problem {
    ...ProblemFields
  }
}`) as unknown as TypedDocumentString<RecordingQuery, RecordingQueryVariables>;
export const RecordingsDocument = new TypedDocumentString(`
    query Recordings($first: Int!, $after: String, $filter: RecordingFilter, $sort: RecordingSort) {
  recordings(first: $first, after: $after, filter: $filter, sort: $sort) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        ...RecordingFields
      }
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
fragment RecordingFields on Recording {
  id
  title
  status
  source
  createdAt
  recordedAt
  durationMs
  language
  fileName
  format
  sizeBytes
  expectedSpeakers
  audioUrl
  problem {
    ...ProblemFields
  }
}`) as unknown as TypedDocumentString<RecordingsQuery, RecordingsQueryVariables>;
export const CreateRecordingDocument = new TypedDocumentString(`
    mutation CreateRecording($input: CreateRecordingInput!) {
  createRecording(input: $input) {
    __typename
    ...RecordingFields
    ...ProblemFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
fragment RecordingFields on Recording {
  id
  title
  status
  source
  createdAt
  recordedAt
  durationMs
  language
  fileName
  format
  sizeBytes
  expectedSpeakers
  audioUrl
  problem {
    ...ProblemFields
  }
}`) as unknown as TypedDocumentString<CreateRecordingMutation, CreateRecordingMutationVariables>;
export const ImportTranscriptDocument = new TypedDocumentString(`
    mutation ImportTranscript($input: ImportTranscriptInput!) {
  importTranscript(input: $input) {
    __typename
    ...RecordingFields
    ...ProblemFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
fragment RecordingFields on Recording {
  id
  title
  status
  source
  createdAt
  recordedAt
  durationMs
  language
  fileName
  format
  sizeBytes
  expectedSpeakers
  audioUrl
  problem {
    ...ProblemFields
  }
}`) as unknown as TypedDocumentString<ImportTranscriptMutation, ImportTranscriptMutationVariables>;
export const RecordingStatusDocument = new TypedDocumentString(`
    subscription RecordingStatus($recordingId: ID!) {
  recordingStatusChanged(recordingId: $recordingId) {
    recordingId
    status
    stage
    progress
    message
    etaSeconds
    waiting
    problem {
      ...ProblemFields
    }
    recording {
      ...RecordingFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
fragment RecordingFields on Recording {
  id
  title
  status
  source
  createdAt
  recordedAt
  durationMs
  language
  fileName
  format
  sizeBytes
  expectedSpeakers
  audioUrl
  problem {
    ...ProblemFields
  }
}`) as unknown as TypedDocumentString<RecordingStatusSubscription, RecordingStatusSubscriptionVariables>;
export const TranscriptDocument = new TypedDocumentString(`
    query Transcript($recordingId: ID!) {
  recording(id: $recordingId) {
    transcript {
      id
      version
      language
      durationMs
      segmentCount
      wordCount
      updatedAt
      speakers {
        ...SpeakerFields
      }
      exports {
        format
        fileName
        url
      }
    }
  }
}
    fragment SpeakerFields on Speaker {
  id
  version
  label
  name
  displayName
  suggestedRole
  talkTimeMs
  share
  segmentCount
}`) as unknown as TypedDocumentString<TranscriptQuery, TranscriptQueryVariables>;
export const SegmentsDocument = new TypedDocumentString(`
    query Segments($recordingId: ID!, $first: Int!, $after: String, $speakerIds: [ID!]) {
  recording(id: $recordingId) {
    transcript {
      segments(first: $first, after: $after, speakerIds: $speakerIds) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...SegmentFields
          }
        }
      }
    }
  }
}
    fragment SegmentFields on Segment {
  id
  startMs
  endMs
  text
  edited
  version
  speaker {
    id
    label
    displayName
  }
}`) as unknown as TypedDocumentString<SegmentsQuery, SegmentsQueryVariables>;
export const SearchSegmentsDocument = new TypedDocumentString(`
    query SearchSegments($first: Int!, $after: String, $input: SegmentSearchInput!) {
  searchSegments(first: $first, after: $after, input: $input) {
    matchKind
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        score
        highlights {
          start
          end
        }
        segment {
          ...SegmentFields
          recording {
            id
            title
          }
        }
      }
    }
  }
}
    fragment SegmentFields on Segment {
  id
  startMs
  endMs
  text
  edited
  version
  speaker {
    id
    label
    displayName
  }
}`) as unknown as TypedDocumentString<SearchSegmentsQuery, SearchSegmentsQueryVariables>;
export const RenameSpeakerDocument = new TypedDocumentString(`
    mutation RenameSpeaker($input: RenameSpeakerInput!) {
  renameSpeaker(input: $input) {
    __typename
    ...SpeakerFields
    ...ProblemFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
fragment SpeakerFields on Speaker {
  id
  version
  label
  name
  displayName
  suggestedRole
  talkTimeMs
  share
  segmentCount
}`) as unknown as TypedDocumentString<RenameSpeakerMutation, RenameSpeakerMutationVariables>;
export const EditSegmentTextDocument = new TypedDocumentString(`
    mutation EditSegmentText($input: EditSegmentTextInput!) {
  editSegmentText(input: $input) {
    __typename
    ...SegmentFields
    ...ProblemFields
  }
}
    fragment ProblemFields on Problem {
  code
  message
  troubleshooting
  recovery
}
fragment SegmentFields on Segment {
  id
  startMs
  endMs
  text
  edited
  version
  speaker {
    id
    label
    displayName
  }
}`) as unknown as TypedDocumentString<EditSegmentTextMutation, EditSegmentTextMutationVariables>;
export const PropagationDocument = new TypedDocumentString(`
    subscription Propagation($recordingId: ID!) {
  propagationChanged(recordingId: $recordingId) {
    upToDate
  }
}
    `) as unknown as TypedDocumentString<PropagationSubscription, PropagationSubscriptionVariables>;