import { graphql } from './gql/index.ts';

export const UploadLimitsQuery = graphql(/* GraphQL */ `
  query UploadLimits {
    uploadLimits {
      maxUploadBytes
      maxDurationMs
      formats
    }
  }
`);

export const UnderWayQuery = graphql(/* GraphQL */ `
  query RecordingsUnderWay {
    recordings(first: 20, filter: { statuses: [UPLOADED, QUEUED, PROCESSING] }) {
      edges {
        node {
          id
          title
          createdAt
        }
      }
    }
  }
`);

export const CreateRecordingMutation = graphql(/* GraphQL */ `
  mutation CreateRecording($input: CreateRecordingInput!) {
    createRecording(input: $input) {
      __typename
      ... on Recording {
        id
        title
        status
        duplicateOf {
          id
          title
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

export const ImportTranscriptMutation = graphql(/* GraphQL */ `
  mutation ImportTranscript($input: ImportTranscriptInput!) {
    importTranscript(input: $input) {
      __typename
      ... on Recording {
        id
        title
        status
        duplicateOf {
          id
          title
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

export const RecordingStatusSubscription = graphql(/* GraphQL */ `
  subscription RecordingStatus($recordingId: ID!) {
    recordingStatusChanged(recordingId: $recordingId) {
      recordingId
      status
      stage
      progress
      message
      waiting
      etaSeconds
      problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const CancelProcessingMutation = graphql(/* GraphQL */ `
  mutation CancelUploadedRecording($id: ID!) {
    cancelProcessing(id: $id) {
      __typename
      ... on Recording {
        id
        status
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
