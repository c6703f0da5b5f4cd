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
    "\n  query ConversationList($first: Int!) {\n    conversations(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          updatedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": typeof types.ConversationListDocument,
    "\n  mutation RenameConversation($id: ID!, $title: String!) {\n    renameConversation(id: $id, title: $title) {\n      __typename\n      ... on Conversation {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RenameConversationDocument,
    "\n  mutation DeleteConversation($id: ID!) {\n    deleteConversation(id: $id) {\n      __typename\n      ... on DeletedConversation {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.DeleteConversationDocument,
    "\n  query AskableRecordings($search: String, $first: Int!) {\n    recordings(\n      first: $first\n      filter: { search: $search, statuses: [READY] }\n      sort: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n          durationMs\n        }\n      }\n      totalCount\n    }\n  }\n": typeof types.AskableRecordingsDocument,
    "\n  query RecordingTitle($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n": typeof types.RecordingTitleDocument,
    "\n  fragment ThreadMessage on Message {\n    id\n    role\n    status\n    text\n    createdAt\n    engine\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    citations {\n      index\n      quote\n      startMs\n      endMs\n      speakerName\n      recordingTitle\n      segmentId\n      recordingId\n      changed\n      recording {\n        id\n        audioUrl\n      }\n      segment {\n        id\n        text\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.ThreadMessageFragmentDoc,
    "\n  query Thread($id: ID!) {\n    conversation(id: $id) {\n      id\n      title\n      scope {\n        id\n        title\n      }\n      messages {\n        ...ThreadMessage\n      }\n    }\n  }\n": typeof types.ThreadDocument,
    "\n  query CitationStates($id: ID!) {\n    conversation(id: $id) {\n      id\n      messages {\n        id\n        citations {\n          index\n          changed\n          segmentId\n          segment {\n            id\n            text\n            speaker {\n              id\n              displayName\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CitationStatesDocument,
    "\n  subscription QuotedPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      consumers {\n        consumer\n        version\n      }\n    }\n  }\n": typeof types.QuotedPropagationDocument,
    "\n  mutation Ask($input: AskInput!) {\n    ask(input: $input) {\n      __typename\n      ... on AskAccepted {\n        conversation {\n          id\n          title\n          updatedAt\n          messages {\n            ...ThreadMessage\n          }\n        }\n        answer {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.AskDocument,
    "\n  mutation StopAnswer($messageId: ID!) {\n    stopAnswer(messageId: $messageId) {\n      __typename\n      ... on Message {\n        ...ThreadMessage\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.StopAnswerDocument,
    "\n  subscription AnswerDelta($messageId: ID!) {\n    answerDelta(messageId: $messageId) {\n      messageId\n      offset\n      text\n      done\n      message {\n        ...ThreadMessage\n      }\n    }\n  }\n": typeof types.AnswerDeltaDocument,
};
const documents: Documents = {
    "\n  query ConversationList($first: Int!) {\n    conversations(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          updatedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": types.ConversationListDocument,
    "\n  mutation RenameConversation($id: ID!, $title: String!) {\n    renameConversation(id: $id, title: $title) {\n      __typename\n      ... on Conversation {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RenameConversationDocument,
    "\n  mutation DeleteConversation($id: ID!) {\n    deleteConversation(id: $id) {\n      __typename\n      ... on DeletedConversation {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.DeleteConversationDocument,
    "\n  query AskableRecordings($search: String, $first: Int!) {\n    recordings(\n      first: $first\n      filter: { search: $search, statuses: [READY] }\n      sort: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n          durationMs\n        }\n      }\n      totalCount\n    }\n  }\n": types.AskableRecordingsDocument,
    "\n  query RecordingTitle($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n": types.RecordingTitleDocument,
    "\n  fragment ThreadMessage on Message {\n    id\n    role\n    status\n    text\n    createdAt\n    engine\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    citations {\n      index\n      quote\n      startMs\n      endMs\n      speakerName\n      recordingTitle\n      segmentId\n      recordingId\n      changed\n      recording {\n        id\n        audioUrl\n      }\n      segment {\n        id\n        text\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.ThreadMessageFragmentDoc,
    "\n  query Thread($id: ID!) {\n    conversation(id: $id) {\n      id\n      title\n      scope {\n        id\n        title\n      }\n      messages {\n        ...ThreadMessage\n      }\n    }\n  }\n": types.ThreadDocument,
    "\n  query CitationStates($id: ID!) {\n    conversation(id: $id) {\n      id\n      messages {\n        id\n        citations {\n          index\n          changed\n          segmentId\n          segment {\n            id\n            text\n            speaker {\n              id\n              displayName\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CitationStatesDocument,
    "\n  subscription QuotedPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      consumers {\n        consumer\n        version\n      }\n    }\n  }\n": types.QuotedPropagationDocument,
    "\n  mutation Ask($input: AskInput!) {\n    ask(input: $input) {\n      __typename\n      ... on AskAccepted {\n        conversation {\n          id\n          title\n          updatedAt\n          messages {\n            ...ThreadMessage\n          }\n        }\n        answer {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.AskDocument,
    "\n  mutation StopAnswer($messageId: ID!) {\n    stopAnswer(messageId: $messageId) {\n      __typename\n      ... on Message {\n        ...ThreadMessage\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.StopAnswerDocument,
    "\n  subscription AnswerDelta($messageId: ID!) {\n    answerDelta(messageId: $messageId) {\n      messageId\n      offset\n      text\n      done\n      message {\n        ...ThreadMessage\n      }\n    }\n  }\n": types.AnswerDeltaDocument,
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
export function graphql(source: "\n  query ConversationList($first: Int!) {\n    conversations(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          updatedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query ConversationList($first: Int!) {\n    conversations(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          updatedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameConversation($id: ID!, $title: String!) {\n    renameConversation(id: $id, title: $title) {\n      __typename\n      ... on Conversation {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameConversation($id: ID!, $title: String!) {\n    renameConversation(id: $id, title: $title) {\n      __typename\n      ... on Conversation {\n        id\n        title\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteConversation($id: ID!) {\n    deleteConversation(id: $id) {\n      __typename\n      ... on DeletedConversation {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteConversation($id: ID!) {\n    deleteConversation(id: $id) {\n      __typename\n      ... on DeletedConversation {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AskableRecordings($search: String, $first: Int!) {\n    recordings(\n      first: $first\n      filter: { search: $search, statuses: [READY] }\n      sort: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n          durationMs\n        }\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query AskableRecordings($search: String, $first: Int!) {\n    recordings(\n      first: $first\n      filter: { search: $search, statuses: [READY] }\n      sort: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n          durationMs\n        }\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordingTitle($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n"): (typeof documents)["\n  query RecordingTitle($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ThreadMessage on Message {\n    id\n    role\n    status\n    text\n    createdAt\n    engine\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    citations {\n      index\n      quote\n      startMs\n      endMs\n      speakerName\n      recordingTitle\n      segmentId\n      recordingId\n      changed\n      recording {\n        id\n        audioUrl\n      }\n      segment {\n        id\n        text\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ThreadMessage on Message {\n    id\n    role\n    status\n    text\n    createdAt\n    engine\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    citations {\n      index\n      quote\n      startMs\n      endMs\n      speakerName\n      recordingTitle\n      segmentId\n      recordingId\n      changed\n      recording {\n        id\n        audioUrl\n      }\n      segment {\n        id\n        text\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Thread($id: ID!) {\n    conversation(id: $id) {\n      id\n      title\n      scope {\n        id\n        title\n      }\n      messages {\n        ...ThreadMessage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Thread($id: ID!) {\n    conversation(id: $id) {\n      id\n      title\n      scope {\n        id\n        title\n      }\n      messages {\n        ...ThreadMessage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CitationStates($id: ID!) {\n    conversation(id: $id) {\n      id\n      messages {\n        id\n        citations {\n          index\n          changed\n          segmentId\n          segment {\n            id\n            text\n            speaker {\n              id\n              displayName\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CitationStates($id: ID!) {\n    conversation(id: $id) {\n      id\n      messages {\n        id\n        citations {\n          index\n          changed\n          segmentId\n          segment {\n            id\n            text\n            speaker {\n              id\n              displayName\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription QuotedPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      consumers {\n        consumer\n        version\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription QuotedPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      consumers {\n        consumer\n        version\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Ask($input: AskInput!) {\n    ask(input: $input) {\n      __typename\n      ... on AskAccepted {\n        conversation {\n          id\n          title\n          updatedAt\n          messages {\n            ...ThreadMessage\n          }\n        }\n        answer {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Ask($input: AskInput!) {\n    ask(input: $input) {\n      __typename\n      ... on AskAccepted {\n        conversation {\n          id\n          title\n          updatedAt\n          messages {\n            ...ThreadMessage\n          }\n        }\n        answer {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopAnswer($messageId: ID!) {\n    stopAnswer(messageId: $messageId) {\n      __typename\n      ... on Message {\n        ...ThreadMessage\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StopAnswer($messageId: ID!) {\n    stopAnswer(messageId: $messageId) {\n      __typename\n      ... on Message {\n        ...ThreadMessage\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription AnswerDelta($messageId: ID!) {\n    answerDelta(messageId: $messageId) {\n      messageId\n      offset\n      text\n      done\n      message {\n        ...ThreadMessage\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription AnswerDelta($messageId: ID!) {\n    answerDelta(messageId: $messageId) {\n      messageId\n      offset\n      text\n      done\n      message {\n        ...ThreadMessage\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;