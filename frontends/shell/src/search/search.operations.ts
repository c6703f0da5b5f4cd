import { graphql } from '../gql/index.ts';

export const SearchMomentsQuery = graphql(/* GraphQL */ `
  query SearchMoments($input: SegmentSearchInput!, $first: Int!, $after: String) {
    searchSegments(input: $input, first: $first, after: $after) {
      totalCount
      matchKind
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
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
              createdAt
              recordedAt
              audioUrl
            }
          }
        }
      }
    }
  }
`);

export const SearchableRecordingsQuery = graphql(/* GraphQL */ `
  query SearchableRecordings($search: String) {
    recordings(first: 30, filter: { search: $search, statuses: [READY] }) {
      edges {
        node {
          id
          title
          createdAt
          recordedAt
        }
      }
    }
  }
`);

export const SearchedRecordingQuery = graphql(/* GraphQL */ `
  query SearchedRecording($id: ID!) {
    recording(id: $id) {
      id
      title
    }
  }
`);
