import { graphql } from '../gql/index.ts';

export const QuestionsQuery = graphql(/* GraphQL */ `
  query Questions($first: Int!) {
    speakersInQuestion(first: $first) {
      totalCount
      edges {
        cursor
        node {
          id
          displayName
          recording {
            id
            title
            audioUrl
          }
          identification {
            confidence
            draft
            profile {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** What somebody says in a recording, and its audio. */
export const SpeechQuery = graphql(/* GraphQL */ `
  query Speech($recordingId: ID!, $speakerId: ID!) {
    recording(id: $recordingId) {
      id
      audioUrl
      transcript {
        id
        segments(first: 200, speakerIds: [$speakerId]) {
          edges {
            node {
              id
              startMs
              endMs
            }
          }
        }
      }
    }
  }
`);

export const ConfirmMutation = graphql(/* GraphQL */ `
  mutation Confirm($speakerId: ID!, $profileId: ID!) {
    answered: assignSpeakerProfile(speakerId: $speakerId, profileId: $profileId) {
      __typename
      ... on Speaker {
        id
        displayName
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

export const DenyMutation = graphql(/* GraphQL */ `
  mutation Deny($speakerId: ID!) {
    answered: rejectIdentification(speakerId: $speakerId) {
      __typename
      ... on Speaker {
        id
        displayName
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
