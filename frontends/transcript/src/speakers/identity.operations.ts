import { graphql } from '../gql/index.ts';

export const VoiceProfilesOnQuery = graphql(/* GraphQL */ `
  query VoiceProfilesOn {
    voiceProfileSettings {
      enabled
    }
  }
`);

export const KnownPeopleQuery = graphql(/* GraphQL */ `
  query KnownPeople($search: String) {
    speakerProfiles(search: $search, first: 20) {
      totalCount
      edges {
        cursor
        node {
          id
          name
          recordingCount
        }
      }
    }
  }
`);

export const KnowVoiceMutation = graphql(/* GraphQL */ `
  mutation KnowVoice($input: CreateSpeakerProfileInput!) {
    createSpeakerProfile(input: $input) {
      __typename
      ... on SpeakerProfile {
        id
        name
        history(first: 1) {
          edges {
            cursor
            node {
              id
              correction {
                id
              }
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

export const IdentifySpeakerMutation = graphql(/* GraphQL */ `
  mutation IdentifySpeaker($speakerId: ID!, $profileId: ID!, $expectedVersion: Int) {
    identified: assignSpeakerProfile(
      speakerId: $speakerId
      profileId: $profileId
      expectedVersion: $expectedVersion
    ) {
      __typename
      ... on Speaker {
        id
        lastCorrection {
          id
        }
        ...SpeakerCard
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

export const NotKnownMutation = graphql(/* GraphQL */ `
  mutation NotKnown($speakerId: ID!) {
    identified: rejectIdentification(speakerId: $speakerId) {
      __typename
      ... on Speaker {
        id
        lastCorrection {
          id
        }
        ...SpeakerCard
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

export const SpeakersIdentifiedSubscription = graphql(/* GraphQL */ `
  subscription SpeakersIdentified($recordingId: ID!) {
    speakersIdentified(recordingId: $recordingId) {
      ...SpeakerCard
    }
  }
`);

/** What was done to a person last. */
export const LastPersonChangeQuery = graphql(/* GraphQL */ `
  query LastPersonChange($id: ID!) {
    speakerProfile(id: $id) {
      id
      history(first: 1) {
        edges {
          cursor
          node {
            id
          }
        }
      }
    }
  }
`);

export const EnrolSegmentsMutation = graphql(/* GraphQL */ `
  mutation EnrolSegments($profileId: ID!, $segmentIds: [ID!]!) {
    enrolSegments(profileId: $profileId, segmentIds: $segmentIds) {
      __typename
      ... on SpeakerProfile {
        id
        name
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
