import { graphql } from '../gql/index.ts';

export const MachineVersionFragment = graphql(/* GraphQL */ `
  fragment MachineVersion on MachineVersion {
    version
    createdAt
    engines {
      stage
      engine
      model
    }
  }
`);

export const SegmentVersionFragment = graphql(/* GraphQL */ `
  fragment SegmentVersion on SegmentVersion {
    segmentId
    startMs
    text
    speaker {
      speakerId
      displayName
      color
    }
  }
`);

export const VersionSegmentsQuery = graphql(/* GraphQL */ `
  query VersionSegments($recordingId: ID!, $version: Int!, $after: String) {
    transcriptVersion(recordingId: $recordingId, version: $version) {
      __typename
      ... on TranscriptVersion {
        version
        segments(first: 1000, after: $after) {
          edges {
            node {
              ...SegmentVersion
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

export const ComparedVersionsQuery = graphql(/* GraphQL */ `
  query ComparedVersions($recordingId: ID!, $before: Int!, $after: Int!, $page: String) {
    transcriptComparison(recordingId: $recordingId, before: $before, after: $after) {
      __typename
      ... on TranscriptComparison {
        speakers {
          ...SpeakerDifference
        }
        segments(first: 1000, after: $page) {
          edges {
            node {
              before {
                ...SegmentVersion
              }
              after {
                ...SegmentVersion
              }
              differs
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
        machineVersions {
          ...MachineVersion
        }
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
