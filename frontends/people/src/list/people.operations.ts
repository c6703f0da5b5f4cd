import { graphql } from '../gql/index.ts';

export const PersonRowFragment = graphql(/* GraphQL */ `
  fragment PersonRow on SpeakerProfile {
    id
    name
    sampleCount
    speechMs
    recordingCount
    updatedAt
    health {
      state
      confusable {
        similarity
        draft
        profile {
          id
          name
        }
      }
    }
  }
`);

export const PeopleQuery = graphql(/* GraphQL */ `
  query People($search: String, $first: Int!, $after: String) {
    speakerProfiles(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...PersonRow
        }
      }
    }
  }
`);

export const ImportPersonMutation = graphql(/* GraphQL */ `
  mutation ImportPerson($document: String!) {
    importSpeakerProfile(document: $document) {
      __typename
      ... on SpeakerProfile {
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

export const NewPersonMutation = graphql(/* GraphQL */ `
  mutation NewPerson($name: String!) {
    createSpeakerProfile(input: { name: $name }) {
      __typename
      ... on SpeakerProfile {
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
