import { graphql } from '../gql/index.ts';

export const SpeakerCardFragment = graphql(/* GraphQL */ `
  fragment SpeakerCard on Speaker {
    id
    version
    label
    name
    displayName
    color
    talkTimeMs
    share
    segmentCount
    suggestedRole
    profile {
      id
      name
    }
    identification {
      outcome
      confidence
      decidedBy
      draft
      profile {
        id
        name
      }
    }
  }
`);

export const SpeakerDifferenceFragment = graphql(/* GraphQL */ `
  fragment SpeakerDifference on SpeakerDifference {
    speakerId
    before {
      displayName
      identified
    }
    after {
      displayName
      identified
    }
    joinedWith {
      displayName
    }
  }
`);

export const RenameSpeakerMutation = graphql(/* GraphQL */ `
  mutation RenameSpeaker($input: RenameSpeakerInput!) {
    renameSpeaker(input: $input) {
      __typename
      ... on Speaker {
        id
        version
        name
        displayName
        lastCorrection {
          id
        }
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);
