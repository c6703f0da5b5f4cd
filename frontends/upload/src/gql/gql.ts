/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query UploadLimits {\n    uploadLimits {\n      maxUploadBytes\n      maxDurationMs\n      formats\n    }\n  }\n": typeof types.UploadLimitsDocument,
    "\n  query RecordingsUnderWay {\n    recordings(first: 20, filter: { statuses: [UPLOADED, QUEUED, PROCESSING] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n        }\n      }\n    }\n  }\n": typeof types.RecordingsUnderWayDocument,
    "\n  mutation CreateRecording($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CreateRecordingDocument,
    "\n  mutation ImportTranscript($input: ImportTranscriptInput!) {\n    importTranscript(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.ImportTranscriptDocument,
    "\n  subscription RecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RecordingStatusDocument,
    "\n  mutation CancelUploadedRecording($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CancelUploadedRecordingDocument,
};
const documents: Documents = {
    "\n  query UploadLimits {\n    uploadLimits {\n      maxUploadBytes\n      maxDurationMs\n      formats\n    }\n  }\n": types.UploadLimitsDocument,
    "\n  query RecordingsUnderWay {\n    recordings(first: 20, filter: { statuses: [UPLOADED, QUEUED, PROCESSING] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n        }\n      }\n    }\n  }\n": types.RecordingsUnderWayDocument,
    "\n  mutation CreateRecording($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CreateRecordingDocument,
    "\n  mutation ImportTranscript($input: ImportTranscriptInput!) {\n    importTranscript(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.ImportTranscriptDocument,
    "\n  subscription RecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RecordingStatusDocument,
    "\n  mutation CancelUploadedRecording($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CancelUploadedRecordingDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UploadLimits {\n    uploadLimits {\n      maxUploadBytes\n      maxDurationMs\n      formats\n    }\n  }\n"): (typeof documents)["\n  query UploadLimits {\n    uploadLimits {\n      maxUploadBytes\n      maxDurationMs\n      formats\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordingsUnderWay {\n    recordings(first: 20, filter: { statuses: [UPLOADED, QUEUED, PROCESSING] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RecordingsUnderWay {\n    recordings(first: 20, filter: { statuses: [UPLOADED, QUEUED, PROCESSING] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateRecording($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateRecording($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportTranscript($input: ImportTranscriptInput!) {\n    importTranscript(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportTranscript($input: ImportTranscriptInput!) {\n    importTranscript(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n        duplicateOf {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription RecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelUploadedRecording($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelUploadedRecording($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;