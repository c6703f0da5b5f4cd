export type { Answer, AnswerSoFar, AskOptions, Citation } from './answer/answers.ts';
export { Colloquy, type Moment } from './colloquy.ts';
export type { Correction, ReplacementPreview } from './correction/corrections.ts';
export type {
  AssignSpeakerInput,
  CreateRecordingInput,
  EditSegmentTextInput,
  ExportFormat,
  ImportTranscriptInput,
  MatchKind,
  MergeSegmentsInput,
  MergeSpeakersInput,
  MoveSegmentBoundaryInput,
  ProcessingStage,
  RecordingFilter,
  RecordingSort,
  RecordingSource,
  RecordingStatus,
  RemoveSegmentsInput,
  ReplaceTextInput,
  SplitSegmentInput,
  TranscriptFormat,
} from './gql/graphql.ts';
export { ColloquyError, type Problem } from './graph/colloquy-error.ts';
export type { Abortable, ConnectionOptions, Expecting } from './graph/connection.ts';
export type { Page, PageOptions } from './graph/page.ts';
export type {
  NewRecordingOptions,
  Recording,
  RecordingListOptions,
  RecordingState,
  WaitOptions,
} from './recording/recordings.ts';
export type {
  ExportedTranscript,
  ExportOptions,
  SearchOptions,
  SearchPage,
  Segment,
  SegmentHit,
  SegmentListOptions,
  Speaker,
  Transcript,
} from './transcript/transcripts.ts';
export type { UploadOptions, UploadProgress } from './upload/upload.ts';
export type { UploadSource } from './upload/upload-source.ts';
