import { graphql } from '../gql/index.ts';

export const MergeCollectionSpeakersMutation = graphql(/* GraphQL */ `
  mutation MergeCollectionSpeakers($input: MergeCollectionSpeakersInput!) {
    mergeCollectionSpeakers(input: $input) {
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

export const SeparateCollectionSpeakerMutation = graphql(/* GraphQL */ `
  mutation SeparateCollectionSpeaker($input: SeparateCollectionSpeakerInput!) {
    separateCollectionSpeaker(input: $input) {
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

export const RejectHereMutation = graphql(/* GraphQL */ `
  mutation RejectHere($speakerId: ID!) {
    rejectIdentification(speakerId: $speakerId) {
      __typename
      ... on Speaker {
        id
        displayName
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

export const RenameCollectionSpeakerMutation = graphql(/* GraphQL */ `
  mutation RenameCollectionSpeaker($input: RenameCollectionSpeakerInput!) {
    renamed: renameCollectionSpeaker(input: $input) {
      __typename
      ... on RenamedCollectionSpeaker {
        corrections {
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

export const UndoCollectionRenameMutation = graphql(/* GraphQL */ `
  mutation UndoCollectionRename($input: UndoCollectionRenameInput!) {
    renamed: undoCollectionRename(input: $input) {
      __typename
      ... on RenamedCollectionSpeaker {
        corrections {
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
