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
    "\n  query CollectionChoice($search: String, $first: Int!) {\n    collections(search: $search, first: $first) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          recordings {\n            id\n          }\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n    }\n  }\n": typeof types.CollectionChoiceDocument,
    "\n  mutation AddToCollection($input: CollectionRecordingsInput!) {\n    addToCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n        recordings {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.AddToCollectionDocument,
    "\n  mutation CreateCollectionFor($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CreateCollectionForDocument,
    "\n  mutation RenamePerson($id: ID!, $name: String!, $expectedName: String) {\n    renameSpeakerProfile(id: $id, name: $name, expectedName: $expectedName) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n        history(first: 1) {\n          edges {\n            cursor\n            node {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RenamePersonDocument,
    "\n  mutation UndoPersonChange($id: ID!) {\n    undone: undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        by {\n          id\n        }\n        profile {\n          id\n          name\n        }\n        lostIn {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.UndoPersonChangeDocument,
    "\n  query ProcessedWith($id: ID!) {\n    recording(id: $id) {\n      id\n      language\n      expectedSpeakers\n    }\n  }\n": typeof types.ProcessedWithDocument,
    "\n  mutation ProcessAgain($input: RetryProcessingInput!) {\n    retryProcessing(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        status\n        language\n        expectedSpeakers\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.ProcessAgainDocument,
    "\n  mutation CreateSample {\n    createSampleRecording {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CreateSampleDocument,
};
const documents: Documents = {
    "\n  query CollectionChoice($search: String, $first: Int!) {\n    collections(search: $search, first: $first) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          recordings {\n            id\n          }\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n    }\n  }\n": types.CollectionChoiceDocument,
    "\n  mutation AddToCollection($input: CollectionRecordingsInput!) {\n    addToCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n        recordings {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.AddToCollectionDocument,
    "\n  mutation CreateCollectionFor($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CreateCollectionForDocument,
    "\n  mutation RenamePerson($id: ID!, $name: String!, $expectedName: String) {\n    renameSpeakerProfile(id: $id, name: $name, expectedName: $expectedName) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n        history(first: 1) {\n          edges {\n            cursor\n            node {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RenamePersonDocument,
    "\n  mutation UndoPersonChange($id: ID!) {\n    undone: undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        by {\n          id\n        }\n        profile {\n          id\n          name\n        }\n        lostIn {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.UndoPersonChangeDocument,
    "\n  query ProcessedWith($id: ID!) {\n    recording(id: $id) {\n      id\n      language\n      expectedSpeakers\n    }\n  }\n": types.ProcessedWithDocument,
    "\n  mutation ProcessAgain($input: RetryProcessingInput!) {\n    retryProcessing(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        status\n        language\n        expectedSpeakers\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.ProcessAgainDocument,
    "\n  mutation CreateSample {\n    createSampleRecording {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CreateSampleDocument,
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
export function graphql(source: "\n  query CollectionChoice($search: String, $first: Int!) {\n    collections(search: $search, first: $first) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          recordings {\n            id\n          }\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n    }\n  }\n"): (typeof documents)["\n  query CollectionChoice($search: String, $first: Int!) {\n    collections(search: $search, first: $first) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          recordings {\n            id\n          }\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddToCollection($input: CollectionRecordingsInput!) {\n    addToCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n        recordings {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddToCollection($input: CollectionRecordingsInput!) {\n    addToCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n        recordings {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCollectionFor($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCollectionFor($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePerson($id: ID!, $name: String!, $expectedName: String) {\n    renameSpeakerProfile(id: $id, name: $name, expectedName: $expectedName) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n        history(first: 1) {\n          edges {\n            cursor\n            node {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenamePerson($id: ID!, $name: String!, $expectedName: String) {\n    renameSpeakerProfile(id: $id, name: $name, expectedName: $expectedName) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n        history(first: 1) {\n          edges {\n            cursor\n            node {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoPersonChange($id: ID!) {\n    undone: undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        by {\n          id\n        }\n        profile {\n          id\n          name\n        }\n        lostIn {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoPersonChange($id: ID!) {\n    undone: undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        by {\n          id\n        }\n        profile {\n          id\n          name\n        }\n        lostIn {\n          id\n          title\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProcessedWith($id: ID!) {\n    recording(id: $id) {\n      id\n      language\n      expectedSpeakers\n    }\n  }\n"): (typeof documents)["\n  query ProcessedWith($id: ID!) {\n    recording(id: $id) {\n      id\n      language\n      expectedSpeakers\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProcessAgain($input: RetryProcessingInput!) {\n    retryProcessing(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        status\n        language\n        expectedSpeakers\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ProcessAgain($input: RetryProcessingInput!) {\n    retryProcessing(input: $input) {\n      __typename\n      ... on Recording {\n        id\n        status\n        language\n        expectedSpeakers\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSample {\n    createSampleRecording {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSample {\n    createSampleRecording {\n      __typename\n      ... on Recording {\n        id\n        title\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;