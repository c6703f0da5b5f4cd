import { graphql } from '../gql/index.ts';

export const PickRecordingsQuery = graphql(/* GraphQL */ `
  query PickRecordings($first: Int!, $filter: RecordingFilter) {
    recordings(first: $first, filter: $filter) {
      totalCount
      edges {
        node {
          id
          title
          status
          durationMs
          createdAt
        }
      }
    }
  }
`);

export const AddRecordingsMutation = graphql(/* GraphQL */ `
  mutation AddRecordings($input: CollectionRecordingsInput!) {
    addToCollection(input: $input) {
      __typename
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);
