import { graphql } from '../gql/index.ts';

export const ChangedSpeakerFragment = graphql(/* GraphQL */ `
  fragment ChangedSpeaker on Speaker {
    id
    displayName
    recording {
      id
      title
    }
  }
`);

export const ProfileChangesFragment = graphql(/* GraphQL */ `
  fragment ProfileChanges on SpeakerProfileChangeConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        kind
        author
        createdAt
        reverts
        undone
        final
        nameBefore
        nameAfter
        mergedName
        reason
        ofWorkspace
        profile {
          id
          name
        }
        other {
          id
          name
        }
        samples {
          id
          intervals {
            startMs
            endMs
          }
          recording {
            id
            title
          }
        }
        speakers {
          ...ChangedSpeaker
        }
        gained {
          ...ChangedSpeaker
        }
        lost {
          ...ChangedSpeaker
        }
        correction {
          id
          kind
          reverted {
            id
            kind
          }
        }
      }
    }
  }
`);

export const WorkspaceHistoryQuery = graphql(/* GraphQL */ `
  query ProfileHistory($after: String) {
    speakerProfileHistory(first: 10, after: $after) {
      ...ProfileChanges
    }
  }
`);

export const PersonHistoryQuery = graphql(/* GraphQL */ `
  query PersonHistory($id: ID!, $after: String) {
    speakerProfile(id: $id) {
      id
      history(first: 10, after: $after) {
        ...ProfileChanges
      }
    }
  }
`);
