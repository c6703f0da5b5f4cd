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
    "\n  fragment RecordingRow on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      attempt\n      startedAt\n      finishedAt\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n    duplicateOf {\n      id\n      title\n    }\n    transcript {\n      id\n      speakers {\n        id\n        displayName\n        color\n      }\n    }\n  }\n": typeof types.RecordingRowFragmentDoc,
    "\n  query RecordingList($first: Int!, $after: String, $filter: RecordingFilter, $sort: RecordingSort) {\n    recordings(first: $first, after: $after, filter: $filter, sort: $sort) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...RecordingRow\n        }\n      }\n    }\n  }\n": typeof types.RecordingListDocument,
    "\n  subscription LibraryChanges {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n      }\n    }\n  }\n": typeof types.LibraryChangesDocument,
    "\n  mutation RenameRecording($id: ID!, $title: String!) {\n    updateRecording(input: { id: $id, title: $title }) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RenameRecordingDocument,
    "\n  mutation CancelProcessing($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CancelProcessingDocument,
    "\n  mutation RetryProcessing($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RetryProcessingDocument,
    "\n  mutation DeleteRecording($id: ID!) {\n    deleteRecording(id: $id) {\n      __typename\n      ... on DeletedRecording {\n        id\n        restorableUntil\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.DeleteRecordingDocument,
    "\n  mutation RestoreRecording($id: ID!, $leaveFullCollections: Boolean!) {\n    restoreRecording(id: $id, leaveFullCollections: $leaveFullCollections) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RestoreRecordingDocument,
    "\n  query SpeechEngines {\n    speechEngines {\n      id\n      kind\n      rung\n      name\n      model\n      available\n      selected\n      unavailableReason\n      howToGet\n    }\n  }\n": typeof types.SpeechEnginesDocument,
};
const documents: Documents = {
    "\n  fragment RecordingRow on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      attempt\n      startedAt\n      finishedAt\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n    duplicateOf {\n      id\n      title\n    }\n    transcript {\n      id\n      speakers {\n        id\n        displayName\n        color\n      }\n    }\n  }\n": types.RecordingRowFragmentDoc,
    "\n  query RecordingList($first: Int!, $after: String, $filter: RecordingFilter, $sort: RecordingSort) {\n    recordings(first: $first, after: $after, filter: $filter, sort: $sort) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...RecordingRow\n        }\n      }\n    }\n  }\n": types.RecordingListDocument,
    "\n  subscription LibraryChanges {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n      }\n    }\n  }\n": types.LibraryChangesDocument,
    "\n  mutation RenameRecording($id: ID!, $title: String!) {\n    updateRecording(input: { id: $id, title: $title }) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RenameRecordingDocument,
    "\n  mutation CancelProcessing($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CancelProcessingDocument,
    "\n  mutation RetryProcessing($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RetryProcessingDocument,
    "\n  mutation DeleteRecording($id: ID!) {\n    deleteRecording(id: $id) {\n      __typename\n      ... on DeletedRecording {\n        id\n        restorableUntil\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.DeleteRecordingDocument,
    "\n  mutation RestoreRecording($id: ID!, $leaveFullCollections: Boolean!) {\n    restoreRecording(id: $id, leaveFullCollections: $leaveFullCollections) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RestoreRecordingDocument,
    "\n  query SpeechEngines {\n    speechEngines {\n      id\n      kind\n      rung\n      name\n      model\n      available\n      selected\n      unavailableReason\n      howToGet\n    }\n  }\n": types.SpeechEnginesDocument,
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
export function graphql(source: "\n  fragment RecordingRow on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      attempt\n      startedAt\n      finishedAt\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n    duplicateOf {\n      id\n      title\n    }\n    transcript {\n      id\n      speakers {\n        id\n        displayName\n        color\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RecordingRow on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      attempt\n      startedAt\n      finishedAt\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n    duplicateOf {\n      id\n      title\n    }\n    transcript {\n      id\n      speakers {\n        id\n        displayName\n        color\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordingList($first: Int!, $after: String, $filter: RecordingFilter, $sort: RecordingSort) {\n    recordings(first: $first, after: $after, filter: $filter, sort: $sort) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...RecordingRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RecordingList($first: Int!, $after: String, $filter: RecordingFilter, $sort: RecordingSort) {\n    recordings(first: $first, after: $after, filter: $filter, sort: $sort) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...RecordingRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LibraryChanges {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LibraryChanges {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameRecording($id: ID!, $title: String!) {\n    updateRecording(input: { id: $id, title: $title }) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameRecording($id: ID!, $title: String!) {\n    updateRecording(input: { id: $id, title: $title }) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelProcessing($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelProcessing($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryProcessing($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryProcessing($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ...RecordingRow\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteRecording($id: ID!) {\n    deleteRecording(id: $id) {\n      __typename\n      ... on DeletedRecording {\n        id\n        restorableUntil\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteRecording($id: ID!) {\n    deleteRecording(id: $id) {\n      __typename\n      ... on DeletedRecording {\n        id\n        restorableUntil\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreRecording($id: ID!, $leaveFullCollections: Boolean!) {\n    restoreRecording(id: $id, leaveFullCollections: $leaveFullCollections) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreRecording($id: ID!, $leaveFullCollections: Boolean!) {\n    restoreRecording(id: $id, leaveFullCollections: $leaveFullCollections) {\n      __typename\n      ... on Recording {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SpeechEngines {\n    speechEngines {\n      id\n      kind\n      rung\n      name\n      model\n      available\n      selected\n      unavailableReason\n      howToGet\n    }\n  }\n"): (typeof documents)["\n  query SpeechEngines {\n    speechEngines {\n      id\n      kind\n      rung\n      name\n      model\n      available\n      selected\n      unavailableReason\n      howToGet\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;