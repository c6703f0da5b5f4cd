import { graphql } from '../gql/index.ts';

export const AssignSpeakerMutation = graphql(/* GraphQL */ `
  mutation AssignSpeaker($input: AssignSpeakerInput!) {
    assignSpeaker(input: $input) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const SplitSegmentMutation = graphql(/* GraphQL */ `
  mutation SplitSegment($input: SplitSegmentInput!) {
    splitSegment(input: $input) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const MergeSegmentsMutation = graphql(/* GraphQL */ `
  mutation MergeSegments($input: MergeSegmentsInput!) {
    mergeSegments(input: $input) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const MoveSegmentBoundaryMutation = graphql(/* GraphQL */ `
  mutation MoveSegmentBoundary($input: MoveSegmentBoundaryInput!) {
    moveSegmentBoundary(input: $input) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const MergeSpeakersMutation = graphql(/* GraphQL */ `
  mutation MergeSpeakers($input: MergeSpeakersInput!) {
    mergeSpeakers(input: $input) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const ReplaceTextMutation = graphql(/* GraphQL */ `
  mutation ReplaceText($input: ReplaceTextInput!) {
    replaceText(input: $input) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const UndoCorrectionMutation = graphql(/* GraphQL */ `
  mutation UndoCorrection($id: ID!) {
    undoCorrection(correctionId: $id) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const RestoreTranscriptMutation = graphql(/* GraphQL */ `
  mutation RestoreTranscript($recordingId: ID!, $version: Int!) {
    restoreTranscript(recordingId: $recordingId, version: $version) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
        recovery
      }
    }
  }
`);

export const PreviewReplacementQuery = graphql(/* GraphQL */ `
  query PreviewReplacement($input: ReplaceTextInput!) {
    previewReplacement(input: $input) {
      __typename
      ... on ReplacementPreviews {
        version
        totalCount
        segments {
          segmentId
          startMs
          before
          after
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

export const CorrectionHistoryQuery = graphql(/* GraphQL */ `
  query CorrectionHistory($recordingId: ID!, $after: String) {
    recording(id: $recordingId) {
      id
      transcript {
        id
        corrections(first: 20, after: $after) {
          totalCount
          edges {
            node {
              id
              version
              kind
              author
              createdAt
              undone
              segmentCount
              differences {
                segmentId
                textBefore
                textAfter
                speakerAfter {
                  id
                  displayName
                }
                added
                removed
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const PropagationSubscription = graphql(/* GraphQL */ `
  subscription TranscriptPropagation($recordingId: ID!) {
    propagationChanged(recordingId: $recordingId) {
      version
      upToDate
      consumers {
        consumer
        upToDate
      }
    }
  }
`);

export const DismissLeftBehindMutation = graphql(/* GraphQL */ `
  mutation DismissLeftBehind($ids: [ID!]!) {
    dismissLeftBehind(ids: $ids)
  }
`);
