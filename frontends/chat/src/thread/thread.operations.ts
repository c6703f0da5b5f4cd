import { graphql } from '../gql/index.ts';

export const MessageFragment = graphql(/* GraphQL */ `
  fragment ThreadMessage on Message {
    id
    role
    status
    text
    createdAt
    engine
    problem {
      code
      message
      troubleshooting
      recovery
    }
    citations {
      index
      quote
      startMs
      endMs
      speakerName
      recordingTitle
      segmentId
      recordingId
      changed
      recording {
        id
        audioUrl
      }
      segment {
        id
        text
        speaker {
          id
          displayName
        }
      }
    }
  }
`);

export const ThreadQuery = graphql(/* GraphQL */ `
  query Thread($id: ID!) {
    conversation(id: $id) {
      id
      title
      scope {
        id
        title
      }
      messages {
        ...ThreadMessage
      }
    }
  }
`);

/** What can have become of quoted words since; the rest of a citation stays as it was given. */
export const CitationStatesQuery = graphql(/* GraphQL */ `
  query CitationStates($id: ID!) {
    conversation(id: $id) {
      id
      messages {
        id
        citations {
          index
          changed
          segmentId
          segment {
            id
            text
            speaker {
              id
              displayName
            }
          }
        }
      }
    }
  }
`);

export const QuotedPropagationSubscription = graphql(/* GraphQL */ `
  subscription QuotedPropagation($recordingId: ID!) {
    propagationChanged(recordingId: $recordingId) {
      consumers {
        consumer
        version
      }
    }
  }
`);

export const AskMutation = graphql(/* GraphQL */ `
  mutation Ask($input: AskInput!) {
    ask(input: $input) {
      __typename
      ... on AskAccepted {
        conversation {
          id
          title
          updatedAt
          messages {
            ...ThreadMessage
          }
        }
        answer {
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

export const StopAnswerMutation = graphql(/* GraphQL */ `
  mutation StopAnswer($messageId: ID!) {
    stopAnswer(messageId: $messageId) {
      __typename
      ... on Message {
        ...ThreadMessage
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

export const AnswerDeltaSubscription = graphql(/* GraphQL */ `
  subscription AnswerDelta($messageId: ID!) {
    answerDelta(messageId: $messageId) {
      messageId
      offset
      text
      done
      message {
        ...ThreadMessage
      }
    }
  }
`);
