import { graphql } from '../gql/index.ts';

export const CreateClipMutation = graphql(/* GraphQL */ `
  mutation CreateClip($input: CreateRecordingInput!) {
    createRecording(input: $input) {
      __typename
      ... on Recording {
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

export const ReorderCollectionMutation = graphql(/* GraphQL */ `
  mutation ReorderCollection($input: CollectionRecordingsInput!) {
    reorderCollection(input: $input) {
      __typename
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const RemoveFromCollectionMutation = graphql(/* GraphQL */ `
  mutation RemoveFromCollection($input: CollectionRecordingsInput!) {
    removeFromCollection(input: $input) {
      __typename
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const CancelCollectionMutation = graphql(/* GraphQL */ `
  mutation CancelCollection($id: ID!) {
    cancelCollection(id: $id) {
      __typename
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const RetryCollectionMutation = graphql(/* GraphQL */ `
  mutation RetryCollection($id: ID!) {
    retryCollection(id: $id) {
      __typename
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const CancelClipMutation = graphql(/* GraphQL */ `
  mutation CancelClip($id: ID!) {
    cancelProcessing(id: $id) {
      __typename
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const RetryClipMutation = graphql(/* GraphQL */ `
  mutation RetryClip($id: ID!) {
    retryProcessing(input: { id: $id }) {
      __typename
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);
