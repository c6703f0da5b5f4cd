import { graphql } from '../gql/index.ts';

export const RenamePersonMutation = graphql(/* GraphQL */ `
  mutation RenamePerson($id: ID!, $name: String!) {
    renameSpeakerProfile(id: $id, name: $name) {
      __typename
      ... on SpeakerProfile {
        id
        name
        updatedAt
        history(first: 1) {
          edges {
            cursor
            node {
              id
            }
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
