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
    "\n  mutation CreateClip($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CreateClipDocument,
    "\n  mutation ReorderCollection($input: CollectionRecordingsInput!) {\n    reorderCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.ReorderCollectionDocument,
    "\n  mutation RemoveFromCollection($input: CollectionRecordingsInput!) {\n    removeFromCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RemoveFromCollectionDocument,
    "\n  mutation CancelCollection($id: ID!) {\n    cancelCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CancelCollectionDocument,
    "\n  mutation RetryCollection($id: ID!) {\n    retryCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RetryCollectionDocument,
    "\n  mutation CancelClip($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CancelClipDocument,
    "\n  mutation RetryClip($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RetryClipDocument,
    "\n  fragment CollectionCard on Collection {\n    id\n    name\n    createdAt\n    expiresAt\n    progress {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n    }\n  }\n": typeof types.CollectionCardFragmentDoc,
    "\n  query Collections($first: Int!) {\n    collections(first: $first) {\n      totalCount\n      edges {\n        node {\n          ...CollectionCard\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n": typeof types.CollectionsDocument,
    "\n  query Collection($id: ID!) {\n    collection(id: $id) {\n      id\n      name\n      createdAt\n      expiresAt\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n": typeof types.CollectionDocument,
    "\n  subscription CollectionProgress($id: ID!) {\n    collectionProgress(collectionId: $id) {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n      clips {\n        recordingId\n        status\n        stage\n        progress\n        message\n        waiting\n        etaSeconds\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n        recording {\n          id\n          title\n          durationMs\n          audioUrl\n        }\n      }\n    }\n  }\n": typeof types.CollectionProgressDocument,
    "\n  fragment CollectionSpeakers on Collection {\n    id\n    speakersUpdatedAt\n    readableRecordings\n    exports {\n      format\n      url\n      fileName\n    }\n    speakers {\n      id\n      name\n      displayName\n      color\n      statistics {\n        ...Figures\n      }\n      appearances {\n        speakerId\n        recording {\n          id\n        }\n        statistics {\n          ...Figures\n        }\n        match {\n          reason\n          similarity\n          embedder\n          draft\n        }\n      }\n    }\n  }\n": typeof types.CollectionSpeakersFragmentDoc,
    "\n  fragment Figures on SpeakingStatistics {\n    talkTimeMs\n    share\n    turns\n    words\n    wordsPerMinute\n    longestMonologueMs\n    overlapMs\n    interruptions\n  }\n": typeof types.FiguresFragmentDoc,
    "\n  subscription CollectionSpeakersChanged($id: ID!) {\n    collectionSpeakersChanged(collectionId: $id) {\n      ...CollectionSpeakers\n    }\n  }\n": typeof types.CollectionSpeakersChangedDocument,
    "\n  query CollectionSegments($id: ID!, $first: Int!, $after: String) {\n    collection(id: $id) {\n      id\n      segments(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            segment {\n              id\n              text\n              startMs\n              endMs\n            }\n            speaker {\n              id\n              displayName\n              color\n            }\n            recording {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CollectionSegmentsDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CreateCollectionDocument,
    "\n  mutation RenameCollection($id: ID!, $name: String!) {\n    renameCollection(id: $id, name: $name) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RenameCollectionDocument,
    "\n  mutation SetCollectionExpiry($id: ID!, $expiresAt: DateTime) {\n    setCollectionExpiry(id: $id, expiresAt: $expiresAt) {\n      __typename\n      ... on Collection {\n        id\n        expiresAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.SetCollectionExpiryDocument,
    "\n  mutation DeleteCollection($id: ID!, $deleteRecordings: Boolean!) {\n    deleteCollection(id: $id, deleteRecordings: $deleteRecordings) {\n      __typename\n      ... on DeletedCollection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.DeleteCollectionDocument,
    "\n  mutation MergeCollectionSpeakers($input: MergeCollectionSpeakersInput!) {\n    mergeCollectionSpeakers(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.MergeCollectionSpeakersDocument,
    "\n  mutation SeparateCollectionSpeaker($input: SeparateCollectionSpeakerInput!) {\n    separateCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.SeparateCollectionSpeakerDocument,
    "\n  mutation RenameCollectionSpeaker($input: RenameCollectionSpeakerInput!) {\n    renameCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RenameCollectionSpeakerDocument,
};
const documents: Documents = {
    "\n  mutation CreateClip($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CreateClipDocument,
    "\n  mutation ReorderCollection($input: CollectionRecordingsInput!) {\n    reorderCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.ReorderCollectionDocument,
    "\n  mutation RemoveFromCollection($input: CollectionRecordingsInput!) {\n    removeFromCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RemoveFromCollectionDocument,
    "\n  mutation CancelCollection($id: ID!) {\n    cancelCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CancelCollectionDocument,
    "\n  mutation RetryCollection($id: ID!) {\n    retryCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RetryCollectionDocument,
    "\n  mutation CancelClip($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CancelClipDocument,
    "\n  mutation RetryClip($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RetryClipDocument,
    "\n  fragment CollectionCard on Collection {\n    id\n    name\n    createdAt\n    expiresAt\n    progress {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n    }\n  }\n": types.CollectionCardFragmentDoc,
    "\n  query Collections($first: Int!) {\n    collections(first: $first) {\n      totalCount\n      edges {\n        node {\n          ...CollectionCard\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n": types.CollectionsDocument,
    "\n  query Collection($id: ID!) {\n    collection(id: $id) {\n      id\n      name\n      createdAt\n      expiresAt\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n": types.CollectionDocument,
    "\n  subscription CollectionProgress($id: ID!) {\n    collectionProgress(collectionId: $id) {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n      clips {\n        recordingId\n        status\n        stage\n        progress\n        message\n        waiting\n        etaSeconds\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n        recording {\n          id\n          title\n          durationMs\n          audioUrl\n        }\n      }\n    }\n  }\n": types.CollectionProgressDocument,
    "\n  fragment CollectionSpeakers on Collection {\n    id\n    speakersUpdatedAt\n    readableRecordings\n    exports {\n      format\n      url\n      fileName\n    }\n    speakers {\n      id\n      name\n      displayName\n      color\n      statistics {\n        ...Figures\n      }\n      appearances {\n        speakerId\n        recording {\n          id\n        }\n        statistics {\n          ...Figures\n        }\n        match {\n          reason\n          similarity\n          embedder\n          draft\n        }\n      }\n    }\n  }\n": types.CollectionSpeakersFragmentDoc,
    "\n  fragment Figures on SpeakingStatistics {\n    talkTimeMs\n    share\n    turns\n    words\n    wordsPerMinute\n    longestMonologueMs\n    overlapMs\n    interruptions\n  }\n": types.FiguresFragmentDoc,
    "\n  subscription CollectionSpeakersChanged($id: ID!) {\n    collectionSpeakersChanged(collectionId: $id) {\n      ...CollectionSpeakers\n    }\n  }\n": types.CollectionSpeakersChangedDocument,
    "\n  query CollectionSegments($id: ID!, $first: Int!, $after: String) {\n    collection(id: $id) {\n      id\n      segments(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            segment {\n              id\n              text\n              startMs\n              endMs\n            }\n            speaker {\n              id\n              displayName\n              color\n            }\n            recording {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CollectionSegmentsDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CreateCollectionDocument,
    "\n  mutation RenameCollection($id: ID!, $name: String!) {\n    renameCollection(id: $id, name: $name) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RenameCollectionDocument,
    "\n  mutation SetCollectionExpiry($id: ID!, $expiresAt: DateTime) {\n    setCollectionExpiry(id: $id, expiresAt: $expiresAt) {\n      __typename\n      ... on Collection {\n        id\n        expiresAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.SetCollectionExpiryDocument,
    "\n  mutation DeleteCollection($id: ID!, $deleteRecordings: Boolean!) {\n    deleteCollection(id: $id, deleteRecordings: $deleteRecordings) {\n      __typename\n      ... on DeletedCollection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.DeleteCollectionDocument,
    "\n  mutation MergeCollectionSpeakers($input: MergeCollectionSpeakersInput!) {\n    mergeCollectionSpeakers(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.MergeCollectionSpeakersDocument,
    "\n  mutation SeparateCollectionSpeaker($input: SeparateCollectionSpeakerInput!) {\n    separateCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.SeparateCollectionSpeakerDocument,
    "\n  mutation RenameCollectionSpeaker($input: RenameCollectionSpeakerInput!) {\n    renameCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RenameCollectionSpeakerDocument,
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
export function graphql(source: "\n  mutation CreateClip($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateClip($input: CreateRecordingInput!) {\n    createRecording(input: $input) {\n      __typename\n      ... on Recording {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderCollection($input: CollectionRecordingsInput!) {\n    reorderCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderCollection($input: CollectionRecordingsInput!) {\n    reorderCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveFromCollection($input: CollectionRecordingsInput!) {\n    removeFromCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveFromCollection($input: CollectionRecordingsInput!) {\n    removeFromCollection(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelCollection($id: ID!) {\n    cancelCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelCollection($id: ID!) {\n    cancelCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryCollection($id: ID!) {\n    retryCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryCollection($id: ID!) {\n    retryCollection(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelClip($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelClip($id: ID!) {\n    cancelProcessing(id: $id) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryClip($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryClip($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CollectionCard on Collection {\n    id\n    name\n    createdAt\n    expiresAt\n    progress {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n    }\n  }\n"): (typeof documents)["\n  fragment CollectionCard on Collection {\n    id\n    name\n    createdAt\n    expiresAt\n    progress {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Collections($first: Int!) {\n    collections(first: $first) {\n      totalCount\n      edges {\n        node {\n          ...CollectionCard\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n"): (typeof documents)["\n  query Collections($first: Int!) {\n    collections(first: $first) {\n      totalCount\n      edges {\n        node {\n          ...CollectionCard\n        }\n      }\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Collection($id: ID!) {\n    collection(id: $id) {\n      id\n      name\n      createdAt\n      expiresAt\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n"): (typeof documents)["\n  query Collection($id: ID!) {\n    collection(id: $id) {\n      id\n      name\n      createdAt\n      expiresAt\n    }\n    uploadLimits {\n      maxCollectionRecordings\n      maxCollectionFileBytes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CollectionProgress($id: ID!) {\n    collectionProgress(collectionId: $id) {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n      clips {\n        recordingId\n        status\n        stage\n        progress\n        message\n        waiting\n        etaSeconds\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n        recording {\n          id\n          title\n          durationMs\n          audioUrl\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription CollectionProgress($id: ID!) {\n    collectionProgress(collectionId: $id) {\n      progress\n      total\n      ready\n      inProgress\n      failed\n      cancelled\n      clips {\n        recordingId\n        status\n        stage\n        progress\n        message\n        waiting\n        etaSeconds\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n        recording {\n          id\n          title\n          durationMs\n          audioUrl\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CollectionSpeakers on Collection {\n    id\n    speakersUpdatedAt\n    readableRecordings\n    exports {\n      format\n      url\n      fileName\n    }\n    speakers {\n      id\n      name\n      displayName\n      color\n      statistics {\n        ...Figures\n      }\n      appearances {\n        speakerId\n        recording {\n          id\n        }\n        statistics {\n          ...Figures\n        }\n        match {\n          reason\n          similarity\n          embedder\n          draft\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CollectionSpeakers on Collection {\n    id\n    speakersUpdatedAt\n    readableRecordings\n    exports {\n      format\n      url\n      fileName\n    }\n    speakers {\n      id\n      name\n      displayName\n      color\n      statistics {\n        ...Figures\n      }\n      appearances {\n        speakerId\n        recording {\n          id\n        }\n        statistics {\n          ...Figures\n        }\n        match {\n          reason\n          similarity\n          embedder\n          draft\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Figures on SpeakingStatistics {\n    talkTimeMs\n    share\n    turns\n    words\n    wordsPerMinute\n    longestMonologueMs\n    overlapMs\n    interruptions\n  }\n"): (typeof documents)["\n  fragment Figures on SpeakingStatistics {\n    talkTimeMs\n    share\n    turns\n    words\n    wordsPerMinute\n    longestMonologueMs\n    overlapMs\n    interruptions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CollectionSpeakersChanged($id: ID!) {\n    collectionSpeakersChanged(collectionId: $id) {\n      ...CollectionSpeakers\n    }\n  }\n"): (typeof documents)["\n  subscription CollectionSpeakersChanged($id: ID!) {\n    collectionSpeakersChanged(collectionId: $id) {\n      ...CollectionSpeakers\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CollectionSegments($id: ID!, $first: Int!, $after: String) {\n    collection(id: $id) {\n      id\n      segments(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            segment {\n              id\n              text\n              startMs\n              endMs\n            }\n            speaker {\n              id\n              displayName\n              color\n            }\n            recording {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CollectionSegments($id: ID!, $first: Int!, $after: String) {\n    collection(id: $id) {\n      id\n      segments(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            segment {\n              id\n              text\n              startMs\n              endMs\n            }\n            speaker {\n              id\n              displayName\n              color\n            }\n            recording {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      __typename\n      ... on Collection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameCollection($id: ID!, $name: String!) {\n    renameCollection(id: $id, name: $name) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameCollection($id: ID!, $name: String!) {\n    renameCollection(id: $id, name: $name) {\n      __typename\n      ... on Collection {\n        id\n        name\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCollectionExpiry($id: ID!, $expiresAt: DateTime) {\n    setCollectionExpiry(id: $id, expiresAt: $expiresAt) {\n      __typename\n      ... on Collection {\n        id\n        expiresAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetCollectionExpiry($id: ID!, $expiresAt: DateTime) {\n    setCollectionExpiry(id: $id, expiresAt: $expiresAt) {\n      __typename\n      ... on Collection {\n        id\n        expiresAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCollection($id: ID!, $deleteRecordings: Boolean!) {\n    deleteCollection(id: $id, deleteRecordings: $deleteRecordings) {\n      __typename\n      ... on DeletedCollection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteCollection($id: ID!, $deleteRecordings: Boolean!) {\n    deleteCollection(id: $id, deleteRecordings: $deleteRecordings) {\n      __typename\n      ... on DeletedCollection {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeCollectionSpeakers($input: MergeCollectionSpeakersInput!) {\n    mergeCollectionSpeakers(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MergeCollectionSpeakers($input: MergeCollectionSpeakersInput!) {\n    mergeCollectionSpeakers(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SeparateCollectionSpeaker($input: SeparateCollectionSpeakerInput!) {\n    separateCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SeparateCollectionSpeaker($input: SeparateCollectionSpeakerInput!) {\n    separateCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameCollectionSpeaker($input: RenameCollectionSpeakerInput!) {\n    renameCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameCollectionSpeaker($input: RenameCollectionSpeakerInput!) {\n    renameCollectionSpeaker(input: $input) {\n      __typename\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;