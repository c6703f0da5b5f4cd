import { graphql } from '../gql/index.ts';

export const VoiceProfileSettingsQuery = graphql(/* GraphQL */ `
  query VoiceProfileSettings {
    voiceProfileSettings {
      enabled
      reason
      changedBy
      changedAt
    }
  }
`);

export const SetVoiceProfilesMutation = graphql(/* GraphQL */ `
  mutation SetVoiceProfiles($input: SetVoiceProfilesInput!) {
    setVoiceProfiles(input: $input) {
      __typename
      ... on VoiceProfileSettings {
        enabled
        reason
        changedBy
        changedAt
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
