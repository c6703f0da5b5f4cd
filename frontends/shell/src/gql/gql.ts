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
    "\n  subscription RecordingsLive {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n        title\n        status\n        durationMs\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n          attempt\n          startedAt\n          finishedAt\n        }\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n      }\n    }\n  }\n": typeof types.RecordingsLiveDocument,
    "\n  query SearchMoments($input: SegmentSearchInput!, $first: Int!, $after: String) {\n    searchSegments(input: $input, first: $first, after: $after) {\n      totalCount\n      matchKind\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          highlights {\n            start\n            end\n          }\n          segment {\n            id\n            startMs\n            text\n            speaker {\n              id\n              displayName\n              color\n            }\n            place: recording {\n              id\n            }\n            recording {\n              id\n              title\n              createdAt\n              recordedAt\n              audioUrl\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SearchMomentsDocument,
    "\n  query SearchableRecordings($search: String) {\n    recordings(first: 30, filter: { search: $search, statuses: [READY] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n        }\n      }\n    }\n  }\n": typeof types.SearchableRecordingsDocument,
    "\n  query SearchedRecording($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n": typeof types.SearchedRecordingDocument,
};
const documents: Documents = {
    "\n  subscription RecordingsLive {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n        title\n        status\n        durationMs\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n          attempt\n          startedAt\n          finishedAt\n        }\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n      }\n    }\n  }\n": types.RecordingsLiveDocument,
    "\n  query SearchMoments($input: SegmentSearchInput!, $first: Int!, $after: String) {\n    searchSegments(input: $input, first: $first, after: $after) {\n      totalCount\n      matchKind\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          highlights {\n            start\n            end\n          }\n          segment {\n            id\n            startMs\n            text\n            speaker {\n              id\n              displayName\n              color\n            }\n            place: recording {\n              id\n            }\n            recording {\n              id\n              title\n              createdAt\n              recordedAt\n              audioUrl\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SearchMomentsDocument,
    "\n  query SearchableRecordings($search: String) {\n    recordings(first: 30, filter: { search: $search, statuses: [READY] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n        }\n      }\n    }\n  }\n": types.SearchableRecordingsDocument,
    "\n  query SearchedRecording($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n": types.SearchedRecordingDocument,
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
export function graphql(source: "\n  subscription RecordingsLive {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n        title\n        status\n        durationMs\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n          attempt\n          startedAt\n          finishedAt\n        }\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription RecordingsLive {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n        title\n        status\n        durationMs\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n          attempt\n          startedAt\n          finishedAt\n        }\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchMoments($input: SegmentSearchInput!, $first: Int!, $after: String) {\n    searchSegments(input: $input, first: $first, after: $after) {\n      totalCount\n      matchKind\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          highlights {\n            start\n            end\n          }\n          segment {\n            id\n            startMs\n            text\n            speaker {\n              id\n              displayName\n              color\n            }\n            place: recording {\n              id\n            }\n            recording {\n              id\n              title\n              createdAt\n              recordedAt\n              audioUrl\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SearchMoments($input: SegmentSearchInput!, $first: Int!, $after: String) {\n    searchSegments(input: $input, first: $first, after: $after) {\n      totalCount\n      matchKind\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          highlights {\n            start\n            end\n          }\n          segment {\n            id\n            startMs\n            text\n            speaker {\n              id\n              displayName\n              color\n            }\n            place: recording {\n              id\n            }\n            recording {\n              id\n              title\n              createdAt\n              recordedAt\n              audioUrl\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchableRecordings($search: String) {\n    recordings(first: 30, filter: { search: $search, statuses: [READY] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SearchableRecordings($search: String) {\n    recordings(first: 30, filter: { search: $search, statuses: [READY] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchedRecording($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n"): (typeof documents)["\n  query SearchedRecording($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;