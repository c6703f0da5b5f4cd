import { graphql } from '../gql/index.ts';

export const CollectionSegmentsQuery = graphql(/* GraphQL */ `
  query CollectionSegments($id: ID!, $first: Int!, $after: String) {
    collection(id: $id) {
      id
      segments(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            segment {
              id
              text
              startMs
              endMs
            }
            speaker {
              id
              displayName
              color
            }
            recording {
              id
            }
          }
        }
      }
    }
  }
`);
