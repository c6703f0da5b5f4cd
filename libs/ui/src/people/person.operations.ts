import { graphql } from '../gql/index.ts';

export const RenamePersonMutation = graphql(/* GraphQL */ `
  mutation RenamePerson($id: ID!, $name: String!) {
    renameSpeakerProfile(id: $id, name: $name) {
      __typename
      ... on SpeakerProfile {
        id
        name
        updatedAt
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
