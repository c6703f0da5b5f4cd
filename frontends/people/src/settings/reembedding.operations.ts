import { graphql } from '../gql/index.ts';

export const ReembeddingFragment = graphql(/* GraphQL */ `
  fragment Reembedding on VoiceReembedding {
    state
    model
    done
    total
    failed
    skipped
    problem {
      message
      recovery
    }
  }
`);

export const ReembeddingSubscription = graphql(/* GraphQL */ `
  subscription Reembedding {
    voiceReembeddingChanged {
      ...Reembedding
    }
  }
`);

export const ReembedMutation = graphql(/* GraphQL */ `
  mutation Reembed {
    reembedVoices {
      __typename
      ...Reembedding
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const CancelReembeddingMutation = graphql(/* GraphQL */ `
  mutation CancelReembedding {
    cancelVoiceReembedding {
      __typename
      ...Reembedding
      ... on Problem {
        code
        message
        troubleshooting
        recovery
      }
    }
  }
`);

export const EmbedderInUseQuery = graphql(/* GraphQL */ `
  query EmbedderInUse {
    speechEngines {
      id
      kind
      selected
      embedder
    }
  }
`);

export const KnownOtherwiseQuery = graphql(/* GraphQL */ `
  query KnownOtherwise($embedder: String!) {
    voiceReembedding {
      knownOtherwise(embedder: $embedder)
    }
  }
`);
