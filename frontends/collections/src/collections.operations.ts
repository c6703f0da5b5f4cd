import { graphql } from './gql/index.ts';

export const CollectionCardFragment = graphql(/* GraphQL */ `
  fragment CollectionCard on Collection {
    id
    name
    createdAt
    expiresAt
    progress {
      progress
      total
      ready
      inProgress
      failed
      cancelled
    }
  }
`);

export const CollectionsQuery = graphql(/* GraphQL */ `
  query Collections($first: Int!) {
    collections(first: $first) {
      totalCount
      edges {
        node {
          ...CollectionCard
        }
      }
    }
    uploadLimits {
      maxCollectionRecordings
      maxCollectionFileBytes
    }
  }
`);

export const CollectionQuery = graphql(/* GraphQL */ `
  query Collection($id: ID!) {
    collection(id: $id) {
      id
      name
      createdAt
      expiresAt
    }
    uploadLimits {
      maxCollectionRecordings
      maxCollectionFileBytes
    }
  }
`);

export const CollectionProgressSubscription = graphql(/* GraphQL */ `
  subscription CollectionProgress($id: ID!) {
    collectionProgress(collectionId: $id) {
      collection {
        id
        name
        expiresAt
      }
      progress
      total
      ready
      inProgress
      failed
      cancelled
      clips {
        recordingId
        status
        stage
        progress
        message
        waiting
        etaSeconds
        problem {
          code
          message
          troubleshooting
          recovery
        }
        recording {
          id
          title
          durationMs
          audioUrl
        }
      }
    }
  }
`);

export const CollectionSpeakersFragment = graphql(/* GraphQL */ `
  fragment CollectionSpeakers on Collection {
    id
    speakersUpdatedAt
    readableRecordings
    exports {
      format
      url
      fileName
    }
    speakers {
      id
      name
      displayName
      color
      statistics {
        ...Figures
      }
      appearances {
        speakerId
        deniedName
        speaker {
          id
          profile {
            id
            name
          }
          identification {
            decidedBy
            draft
          }
        }
        recording {
          id
        }
        statistics {
          ...Figures
        }
        match {
          reason
          similarity
          embedder
          draft
        }
      }
    }
  }
`);

export const FiguresFragment = graphql(/* GraphQL */ `
  fragment Figures on SpeakingStatistics {
    talkTimeMs
    share
    turns
    words
    wordsPerMinute
    longestMonologueMs
    overlapMs
    interruptions
  }
`);

export const CollectionSpeakersSubscription = graphql(/* GraphQL */ `
  subscription CollectionSpeakersChanged($id: ID!) {
    collectionSpeakersChanged(collectionId: $id) {
      ...CollectionSpeakers
    }
  }
`);

export const CreateCollectionMutation = graphql(/* GraphQL */ `
  mutation CreateCollection($input: CreateCollectionInput!) {
    createCollection(input: $input) {
      __typename
      ... on Collection {
        id
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

export const RenameCollectionMutation = graphql(/* GraphQL */ `
  mutation RenameCollection($id: ID!, $name: String!) {
    renameCollection(id: $id, name: $name) {
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

export const SetCollectionExpiryMutation = graphql(/* GraphQL */ `
  mutation SetCollectionExpiry($id: ID!, $expiresAt: DateTime) {
    setCollectionExpiry(id: $id, expiresAt: $expiresAt) {
      __typename
      ... on Collection {
        id
        expiresAt
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

export const DeleteCollectionMutation = graphql(/* GraphQL */ `
  mutation DeleteCollection($id: ID!, $deleteRecordings: Boolean!) {
    deleteCollection(id: $id, deleteRecordings: $deleteRecordings) {
      __typename
      ... on DeletedCollection {
        id
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
