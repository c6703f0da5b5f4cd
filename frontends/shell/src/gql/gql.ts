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
    "\n  fragment WebhookCard on Webhook {\n    id\n    url\n    description\n    events\n    enabled\n    deadLetterCount\n    oldSecretValidUntil\n  }\n": typeof types.WebhookCardFragmentDoc,
    "\n  query Webhooks {\n    webhooks {\n      ...WebhookCard\n    }\n  }\n": typeof types.WebhooksDocument,
    "\n  query WebhookDeliveries($id: ID!, $after: String, $status: WebhookDeliveryStatus) {\n    webhook(id: $id) {\n      id\n      deadLetterCount\n      deliveries(first: 20, after: $after, status: $status) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            type\n            status\n            attempts\n            createdAt\n            nextAttemptAt\n            responseStatus\n            responseBody\n            requestBody\n            error\n          }\n        }\n      }\n    }\n  }\n": typeof types.WebhookDeliveriesDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      __typename\n      ...WebhookCard\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.UpdateWebhookDocument,
    "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhook(id: $id) {\n      __typename\n      ... on DeletedWebhook {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($id: ID!) {\n    rotateWebhookSecret(id: $id) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RotateWebhookSecretDocument,
    "\n  mutation SendTestWebhook($id: ID!) {\n    sendTestWebhook(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.SendTestWebhookDocument,
    "\n  mutation RedriveWebhookDelivery($id: ID!) {\n    redriveWebhookDelivery(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n        status\n        nextAttemptAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RedriveWebhookDeliveryDocument,
    "\n  mutation RedriveWebhookDeliveries($webhookId: ID!) {\n    redriveWebhookDeliveries(webhookId: $webhookId) {\n      __typename\n      ... on RedrivenWebhookDeliveries {\n        count\n        remaining\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RedriveWebhookDeliveriesDocument,
};
const documents: Documents = {
    "\n  subscription RecordingsLive {\n    recordingsStatusChanged {\n      recordingId\n      status\n      recording {\n        id\n        title\n        status\n        durationMs\n        processing {\n          stage\n          progress\n          message\n          waiting\n          etaSeconds\n          attempt\n          startedAt\n          finishedAt\n        }\n        problem {\n          code\n          message\n          troubleshooting\n          recovery\n        }\n      }\n    }\n  }\n": types.RecordingsLiveDocument,
    "\n  query SearchMoments($input: SegmentSearchInput!, $first: Int!, $after: String) {\n    searchSegments(input: $input, first: $first, after: $after) {\n      totalCount\n      matchKind\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          highlights {\n            start\n            end\n          }\n          segment {\n            id\n            startMs\n            text\n            speaker {\n              id\n              displayName\n              color\n            }\n            place: recording {\n              id\n            }\n            recording {\n              id\n              title\n              createdAt\n              recordedAt\n              audioUrl\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SearchMomentsDocument,
    "\n  query SearchableRecordings($search: String) {\n    recordings(first: 30, filter: { search: $search, statuses: [READY] }) {\n      edges {\n        node {\n          id\n          title\n          createdAt\n          recordedAt\n        }\n      }\n    }\n  }\n": types.SearchableRecordingsDocument,
    "\n  query SearchedRecording($id: ID!) {\n    recording(id: $id) {\n      id\n      title\n    }\n  }\n": types.SearchedRecordingDocument,
    "\n  fragment WebhookCard on Webhook {\n    id\n    url\n    description\n    events\n    enabled\n    deadLetterCount\n    oldSecretValidUntil\n  }\n": types.WebhookCardFragmentDoc,
    "\n  query Webhooks {\n    webhooks {\n      ...WebhookCard\n    }\n  }\n": types.WebhooksDocument,
    "\n  query WebhookDeliveries($id: ID!, $after: String, $status: WebhookDeliveryStatus) {\n    webhook(id: $id) {\n      id\n      deadLetterCount\n      deliveries(first: 20, after: $after, status: $status) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            type\n            status\n            attempts\n            createdAt\n            nextAttemptAt\n            responseStatus\n            responseBody\n            requestBody\n            error\n          }\n        }\n      }\n    }\n  }\n": types.WebhookDeliveriesDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      __typename\n      ...WebhookCard\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.UpdateWebhookDocument,
    "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhook(id: $id) {\n      __typename\n      ... on DeletedWebhook {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($id: ID!) {\n    rotateWebhookSecret(id: $id) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RotateWebhookSecretDocument,
    "\n  mutation SendTestWebhook($id: ID!) {\n    sendTestWebhook(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.SendTestWebhookDocument,
    "\n  mutation RedriveWebhookDelivery($id: ID!) {\n    redriveWebhookDelivery(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n        status\n        nextAttemptAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RedriveWebhookDeliveryDocument,
    "\n  mutation RedriveWebhookDeliveries($webhookId: ID!) {\n    redriveWebhookDeliveries(webhookId: $webhookId) {\n      __typename\n      ... on RedrivenWebhookDeliveries {\n        count\n        remaining\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RedriveWebhookDeliveriesDocument,
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookCard on Webhook {\n    id\n    url\n    description\n    events\n    enabled\n    deadLetterCount\n    oldSecretValidUntil\n  }\n"): (typeof documents)["\n  fragment WebhookCard on Webhook {\n    id\n    url\n    description\n    events\n    enabled\n    deadLetterCount\n    oldSecretValidUntil\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Webhooks {\n    webhooks {\n      ...WebhookCard\n    }\n  }\n"): (typeof documents)["\n  query Webhooks {\n    webhooks {\n      ...WebhookCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookDeliveries($id: ID!, $after: String, $status: WebhookDeliveryStatus) {\n    webhook(id: $id) {\n      id\n      deadLetterCount\n      deliveries(first: 20, after: $after, status: $status) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            type\n            status\n            attempts\n            createdAt\n            nextAttemptAt\n            responseStatus\n            responseBody\n            requestBody\n            error\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookDeliveries($id: ID!, $after: String, $status: WebhookDeliveryStatus) {\n    webhook(id: $id) {\n      id\n      deadLetterCount\n      deliveries(first: 20, after: $after, status: $status) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            type\n            status\n            attempts\n            createdAt\n            nextAttemptAt\n            responseStatus\n            responseBody\n            requestBody\n            error\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      __typename\n      ...WebhookCard\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      __typename\n      ...WebhookCard\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhook(id: $id) {\n      __typename\n      ... on DeletedWebhook {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhook(id: $id) {\n      __typename\n      ... on DeletedWebhook {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateWebhookSecret($id: ID!) {\n    rotateWebhookSecret(id: $id) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateWebhookSecret($id: ID!) {\n    rotateWebhookSecret(id: $id) {\n      __typename\n      ... on IssuedWebhookSecret {\n        secret\n        webhook {\n          ...WebhookCard\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendTestWebhook($id: ID!) {\n    sendTestWebhook(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendTestWebhook($id: ID!) {\n    sendTestWebhook(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RedriveWebhookDelivery($id: ID!) {\n    redriveWebhookDelivery(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n        status\n        nextAttemptAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RedriveWebhookDelivery($id: ID!) {\n    redriveWebhookDelivery(id: $id) {\n      __typename\n      ... on WebhookDelivery {\n        id\n        status\n        nextAttemptAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RedriveWebhookDeliveries($webhookId: ID!) {\n    redriveWebhookDeliveries(webhookId: $webhookId) {\n      __typename\n      ... on RedrivenWebhookDeliveries {\n        count\n        remaining\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RedriveWebhookDeliveries($webhookId: ID!) {\n    redriveWebhookDeliveries(webhookId: $webhookId) {\n      __typename\n      ... on RedrivenWebhookDeliveries {\n        count\n        remaining\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;