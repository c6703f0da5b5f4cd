import { graphql } from '../gql/index.ts';

export const FindInTranscriptQuery = graphql(/* GraphQL */ `
  query FindInTranscript($query: String!, $recordingIds: [ID!]!, $first: Int!, $after: String) {
    searchSegments(input: { query: $query, recordingIds: $recordingIds }, first: $first, after: $after) {
      edges {
        node {
          segment {
            id
            startMs
          }
          highlights {
            start
            end
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      matchKind
    }
  }
`);
