import { graphql } from '../gql/index.ts';

export const RenamePersonMutation = graphql(/* GraphQL */ `
  mutation RenamePerson($id: ID!, $name: String!, $expectedName: String) {
    renameSpeakerProfile(id: $id, name: $name, expectedName: $expectedName) {
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

/** Takes back any change of a known person; `by` is what brings it again. */
export const UndoPersonChangeMutation = graphql(/* GraphQL */ `
  mutation UndoPersonChange($id: ID!) {
    undone: undoSpeakerProfileChange(changeId: $id) {
      __typename
      ... on UndoneSpeakerProfileChange {
        id
        by {
          id
        }
        profile {
          id
          name
        }
        lostIn {
          id
          title
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
