import { graphql } from '../gql/index.ts';

export const WebhookFragment = graphql(/* GraphQL */ `
  fragment WebhookCard on Webhook {
    id
    url
    description
    events
    enabled
    deadLetterCount
    oldSecretValidUntil
  }
`);

export const WebhooksQuery = graphql(/* GraphQL */ `
  query Webhooks {
    webhooks {
      ...WebhookCard
    }
  }
`);

export const WebhookDeliveriesQuery = graphql(/* GraphQL */ `
  query WebhookDeliveries($id: ID!, $after: String, $status: WebhookDeliveryStatus) {
    webhook(id: $id) {
      id
      deadLetterCount
      deliveries(first: 20, after: $after, status: $status) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            type
            status
            attempts
            createdAt
            nextAttemptAt
            responseStatus
            responseBody
            requestBody
            error
          }
        }
      }
    }
  }
`);

export const CreateWebhookMutation = graphql(/* GraphQL */ `
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      __typename
      ... on IssuedWebhookSecret {
        secret
        webhook {
          ...WebhookCard
        }
      }
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const UpdateWebhookMutation = graphql(/* GraphQL */ `
  mutation UpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      __typename
      ...WebhookCard
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const DeleteWebhookMutation = graphql(/* GraphQL */ `
  mutation DeleteWebhook($id: ID!) {
    deleteWebhook(id: $id) {
      __typename
      ... on DeletedWebhook {
        id
      }
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const RotateWebhookSecretMutation = graphql(/* GraphQL */ `
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(id: $id) {
      __typename
      ... on IssuedWebhookSecret {
        secret
        webhook {
          ...WebhookCard
        }
      }
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const SendTestWebhookMutation = graphql(/* GraphQL */ `
  mutation SendTestWebhook($id: ID!) {
    sendTestWebhook(id: $id) {
      __typename
      ... on WebhookDelivery {
        id
      }
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const RedriveWebhookDeliveryMutation = graphql(/* GraphQL */ `
  mutation RedriveWebhookDelivery($id: ID!) {
    redriveWebhookDelivery(id: $id) {
      __typename
      ... on WebhookDelivery {
        id
        status
        nextAttemptAt
      }
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const RedriveWebhookDeliveriesMutation = graphql(/* GraphQL */ `
  mutation RedriveWebhookDeliveries($webhookId: ID!) {
    redriveWebhookDeliveries(webhookId: $webhookId) {
      __typename
      ... on RedrivenWebhookDeliveries {
        count
        remaining
      }
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);
