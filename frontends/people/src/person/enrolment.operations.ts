import { graphql } from '../gql/index.ts';

export const UploadClipMutation = graphql(/* GraphQL */ `
  mutation UploadClip($file: Upload!, $input: UploadRecordingInput!) {
    uploadRecording(file: $file, input: $input) {
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

export const EnrolRecordingMutation = graphql(/* GraphQL */ `
  mutation EnrolRecording($profileId: ID!, $recordingId: ID!) {
    enrolRecording(profileId: $profileId, recordingId: $recordingId) {
      __typename
      ... on SpeakerProfile {
        id
        name
        updatedAt
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

export const CancelEnrolmentMutation = graphql(/* GraphQL */ `
  mutation CancelEnrolment($profileId: ID!, $recordingId: ID!) {
    cancelEnrolment(profileId: $profileId, recordingId: $recordingId) {
      __typename
      ... on SpeakerProfile {
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
