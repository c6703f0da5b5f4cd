import { graphql } from '../gql/index.ts';

export const TranscriptPageQuery = graphql(/* GraphQL */ `
  query TranscriptPage($id: ID!) {
    recording(id: $id) {
      ...RecordingHeader
      transcript {
        ...TranscriptOverview
      }
    }
  }
`);

export const RecordingHeaderFragment = graphql(/* GraphQL */ `
  fragment RecordingHeader on Recording {
    id
    title
    status
    source
    createdAt
    recordedAt
    durationMs
    language
    audioUrl
    peaksUrl
    processing {
      stage
      progress
      message
      waiting
      etaSeconds
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
  }
`);

export const TranscriptOverviewFragment = graphql(/* GraphQL */ `
  fragment TranscriptOverview on Transcript {
    id
    version
    language
    durationMs
    segmentCount
    wordCount
    speakers {
      ...SpeakerCard
    }
    leftBehind {
      id
      startMs
      speakerName
      text
    }
    leftBehindCount
    exports {
      format
      url
      fileName
      options
    }
  }
`);

export const RecordingStatusSubscription = graphql(/* GraphQL */ `
  subscription TranscriptRecordingStatus($recordingId: ID!) {
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

export const TranscriptChangedSubscription = graphql(/* GraphQL */ `
  subscription TranscriptChanged($recordingId: ID!) {
    transcriptChanged(recordingId: $recordingId) {
      recordingId
      version
      reason
      segmentIds
    }
  }
`);

export const RetryProcessingMutation = graphql(/* GraphQL */ `
  mutation RetryFromTranscript($id: ID!) {
    retryProcessing(input: { id: $id }) {
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
