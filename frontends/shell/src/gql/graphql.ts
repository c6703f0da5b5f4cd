/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How hits were found. */
export type MatchKind =
  /** By the words asked for, in any of their forms. */
  | 'EXACT'
  /** Nothing matched, so these hold similar spellings. */
  | 'FUZZY';

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

export type RecordingsLiveSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type RecordingsLiveSubscription = { recordingsStatusChanged: { recordingId: string, status: RecordingStatus, recording: { id: string, title: string, status: RecordingStatus, durationMs: number | null, processing: { stage: ProcessingStage, progress: number, message: string, waiting: boolean, etaSeconds: number | null, attempt: number, startedAt: string | null, finishedAt: string | null } | null, problem: { code: string, message: string, troubleshooting: Array<string>, recovery: Array<string> } | null } | null } };

export type SearchMomentsQueryVariables = Exact<{
  input: SegmentSearchInput;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchMomentsQuery = { searchSegments: { totalCount: number, matchKind: MatchKind, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { highlights: Array<{ start: number, end: number }>, segment: { id: string, startMs: number, text: string, speaker: { id: string, displayName: string, color: string }, place: { id: string } | null, recording: { id: string, title: string, createdAt: string, recordedAt: string | null, audioUrl: string | null } | null } } }> } | null };

export type SearchableRecordingsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type SearchableRecordingsQuery = { recordings: { edges: Array<{ node: { id: string, title: string, createdAt: string, recordedAt: string | null } }> } | null };

export type SearchedRecordingQueryVariables = Exact<{
  id: string;
}>;


export type SearchedRecordingQuery = { recording: { id: string, title: string } | null };


export const RecordingsLiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RecordingsLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordingsStatusChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordingId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"processing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"etaSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"attempt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"troubleshooting"}},{"kind":"Field","name":{"kind":"Name","value":"recovery"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordingsLiveSubscription, RecordingsLiveSubscriptionVariables>;
export const SearchMomentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchMoments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SegmentSearchInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchSegments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"matchKind"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"highlights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"segment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startMs"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"speaker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"place"},"name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"audioUrl"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchMomentsQuery, SearchMomentsQueryVariables>;
export const SearchableRecordingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchableRecordings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"statuses"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"READY"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchableRecordingsQuery, SearchableRecordingsQueryVariables>;
export const SearchedRecordingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchedRecording"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<SearchedRecordingQuery, SearchedRecordingQueryVariables>;