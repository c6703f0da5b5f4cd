import { graphql } from '../gql/index.ts';

export const CollectionChoiceQuery = graphql(/* GraphQL */ `
  query CollectionChoice($search: String, $first: Int!) {
    collections(search: $search, first: $first) {
      totalCount
      edges {
        node {
          id
          name
          recordings {
            id
          }
        }
      }
    }
    uploadLimits {
      maxCollectionRecordings
    }
  }
`);

export const AddToCollectionMutation = graphql(/* GraphQL */ `
  mutation AddToCollection($input: CollectionRecordingsInput!) {
    addToCollection(input: $input) {
      __typename
      ... on Collection {
        id
        name
        recordings {
          id
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

export const CreateCollectionForMutation = graphql(/* GraphQL */ `
  mutation CreateCollectionFor($input: CreateCollectionInput!) {
    createCollection(input: $input) {
      __typename
      ... on Collection {
        id
        name
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
