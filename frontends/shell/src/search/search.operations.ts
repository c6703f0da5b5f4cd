import { graphql } from '../gql/index.ts';

export const SearchMomentsQuery = graphql(/* GraphQL */ `
  query SearchMoments($query: String!, $first: Int!) {
    searchSegments(input: { query: $query }, first: $first) {
      totalCount
      matchKind
      edges {
        cursor
        node {
          score
          highlights {
            start
            end
          }
          segment {
            id
            startMs
            text
            speaker {
              id
              displayName
              color
            }
            place: recording {
              id
            }
            recording {
              id
              title
            }
          }
        }
      }
    }
  }
`);
