import { graphql } from '../gql/index.ts';

export const CreateSampleMutation = graphql(/* GraphQL */ `
  mutation CreateSample {
    createSampleRecording {
      __typename
      ... on Recording {
        id
        title
        status
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
