import { graphql } from '../gql/index.ts';

export const EvidenceSampleFragment = graphql(/* GraphQL */ `
  fragment EvidenceSample on VoiceSample {
    id
    origin
    intervals {
      startMs
      endMs
    }
    speechMs
    addedBy
    createdAt
    model
    draft
    similarity
    outlier
    pending
    problem {
      message
      recovery
    }
    recording {
      id
      title
      audioUrl
    }
    speaker {
      id
      displayName
    }
  }
`);

export const PersonQuery = graphql(/* GraphQL */ `
  query Person($id: ID!) {
    speakerProfile(id: $id) {
      ...PersonRow
      createdAt
      enrolments {
        author
        createdAt
        problem {
          message
          recovery
        }
        recording {
          id
          title
        }
      }
      samples {
        ...EvidenceSample
      }
      outdatedSamples {
        ...EvidenceSample
      }
    }
  }
`);

export const PersonChangedSubscription = graphql(/* GraphQL */ `
  subscription PersonChanged($id: ID!) {
    speakerProfileChanged(id: $id) {
      id
    }
  }
`);

export const AppearancesQuery = graphql(/* GraphQL */ `
  query Appearances($id: ID!, $after: String) {
    speakerProfile(id: $id) {
      id
      speakers(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            displayName
            talkTimeMs
            recording {
              id
              title
              recordedAt
              createdAt
            }
            identification {
              outcome
              confidence
              similarity
              draft
              decidedBy
            }
          }
        }
      }
    }
  }
`);

export const HeardTogetherQuery = graphql(/* GraphQL */ `
  query HeardTogether($id: ID!, $otherId: ID!) {
    speakerProfile(id: $id) {
      id
      recordingsWith(otherId: $otherId) {
        id
        title
      }
    }
  }
`);

export const DeletePersonMutation = graphql(/* GraphQL */ `
  mutation DeletePerson($id: ID!) {
    deleteSpeakerProfile(id: $id) {
      __typename
      ... on DeletedSpeakerProfile {
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

export const RejectMutation = graphql(/* GraphQL */ `
  mutation Reject($speakerId: ID!) {
    rejectIdentification(speakerId: $speakerId) {
      __typename
      ... on Speaker {
        id
        displayName
        profile {
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

export const MergePeopleMutation = graphql(/* GraphQL */ `
  mutation MergePeople($keepId: ID!, $dropId: ID!) {
    mergeSpeakerProfiles(keepId: $keepId, dropId: $dropId) {
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

export const SplitPersonMutation = graphql(/* GraphQL */ `
  mutation SplitPerson($input: SplitSpeakerProfileInput!) {
    splitSpeakerProfile(input: $input) {
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

export const RemoveSampleMutation = graphql(/* GraphQL */ `
  mutation RemoveSample($id: ID!) {
    removeVoiceSample(id: $id) {
      __typename
      ... on SpeakerProfile {
        id
        name
        updatedAt
        sampleCount
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

export const ExportPersonQuery = graphql(/* GraphQL */ `
  query ExportPerson($id: ID!) {
    speakerProfile(id: $id) {
      id
      export {
        fileName
        content
      }
    }
  }
`);
