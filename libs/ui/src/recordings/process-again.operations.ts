import { graphql } from '../gql/index.ts';

export const ProcessedWithQuery = graphql(/* GraphQL */ `
  query ProcessedWith($id: ID!) {
    recording(id: $id) {
      id
      language
      expectedSpeakers
    }
  }
`);

export const ProcessAgainMutation = graphql(/* GraphQL */ `
  mutation ProcessAgain($input: RetryProcessingInput!) {
    retryProcessing(input: $input) {
      __typename
      ... on Recording {
        id
        status
        language
        expectedSpeakers
        processing {
          stage
          progress
          message
          waiting
          etaSeconds
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
