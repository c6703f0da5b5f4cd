import { graphql } from '../gql/index.ts';

export const VersionSegmentsQuery = graphql(/* GraphQL */ `
  query VersionSegments($recordingId: ID!, $version: Int!, $after: String) {
    transcriptVersion(recordingId: $recordingId, version: $version) {
      __typename
      ... on TranscriptVersion {
        version
        segments(first: 1000, after: $after) {
          edges {
            node {
              segmentId
              startMs
              text
              speaker {
                id
                displayName
                color
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
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

export const VersionNamesQuery = graphql(/* GraphQL */ `
  query VersionNames($recordingId: ID!) {
    recording(id: $recordingId) {
      id
      transcript {
        id
        corrections(first: 100) {
          edges {
            node {
              id
              version
              kind
              createdAt
            }
          }
        }
      }
    }
  }
`);
