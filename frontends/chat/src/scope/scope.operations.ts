import { graphql } from '../gql/index.ts';

/** What can be asked about. */
export const AskableRecordingsQuery = graphql(/* GraphQL */ `
  query AskableRecordings($search: String, $first: Int!) {
    recordings(
      first: $first
      filter: { search: $search, statuses: [READY] }
      sort: { field: CREATED_AT, direction: DESC }
    ) {
      edges {
        cursor
        node {
          id
          title
          createdAt
          recordedAt
          durationMs
        }
      }
      totalCount
    }
  }
`);

export const RecordingTitleQuery = graphql(/* GraphQL */ `
  query RecordingTitle($id: ID!) {
    recording(id: $id) {
      id
      title
    }
  }
`);
