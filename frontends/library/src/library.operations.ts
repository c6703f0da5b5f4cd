import { graphql } from './gql/index.ts';

export const RecordingRowFragment = graphql(/* GraphQL */ `
  fragment RecordingRow on Recording {
    id
    title
    status
    source
    createdAt
    recordedAt
    durationMs
    processing {
      stage
      progress
      message
      waiting
      etaSeconds
      attempt
      startedAt
      finishedAt
    }
    problem {
      code
      message
      troubleshooting
      recovery
    }
    engineRuns {
      stage
      engine
      model
      version
      seconds
    }
    duplicateOf {
      id
      title
    }
    transcript {
      id
      speakers {
        id
        displayName
        color
      }
    }
  }
`);

export const RecordingListQuery = graphql(/* GraphQL */ `
  query RecordingList($first: Int!, $after: String, $filter: RecordingFilter, $sort: RecordingSort) {
    recordings(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...RecordingRow
        }
      }
    }
  }
`);

export const LibraryChangesSubscription = graphql(/* GraphQL */ `
  subscription LibraryChanges {
    recordingsStatusChanged {
      recordingId
      status
      recording {
        id
      }
    }
  }
`);

export const RenameRecordingMutation = graphql(/* GraphQL */ `
  mutation RenameRecording($id: ID!, $title: String!) {
    updateRecording(input: { id: $id, title: $title }) {
      __typename
      ... on Recording {
        id
        title
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

export const CancelProcessingMutation = graphql(/* GraphQL */ `
  mutation CancelProcessing($id: ID!) {
    cancelProcessing(id: $id) {
      __typename
      ...RecordingRow
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const RetryProcessingMutation = graphql(/* GraphQL */ `
  mutation RetryProcessing($id: ID!) {
    retryProcessing(input: { id: $id }) {
      __typename
      ...RecordingRow
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const DeleteRecordingMutation = graphql(/* GraphQL */ `
  mutation DeleteRecording($id: ID!) {
    deleteRecording(id: $id) {
      __typename
      ... on DeletedRecording {
        id
        restorableUntil
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

export const RestoreRecordingMutation = graphql(/* GraphQL */ `
  mutation RestoreRecording($id: ID!, $leaveFullCollections: Boolean!) {
    restoreRecording(id: $id, leaveFullCollections: $leaveFullCollections) {
      __typename
      ... on Recording {
        id
        title
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

export const SpeechEnginesQuery = graphql(/* GraphQL */ `
  query SpeechEngines {
    speechEngines {
      id
      kind
      rung
      name
      model
      available
      selected
      unavailableReason
      howToGet
    }
  }
`);
