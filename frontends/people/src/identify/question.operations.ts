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
