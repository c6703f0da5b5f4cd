import { graphql } from '../gql/index.ts';

// What comes of a correction stands in each of them: by a fragment on the union the cache would lose a refusal.

export const AssignSpeakerMutation = graphql(/* GraphQL */ `
  mutation AssignSpeaker($input: AssignSpeakerInput!) {
    correction: assignSpeaker(input: $input) {
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
    correction: splitSegment(input: $input) {
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
    correction: mergeSegments(input: $input) {
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

export const RemoveSegmentsMutation = graphql(/* GraphQL */ `
  mutation RemoveSegments($input: RemoveSegmentsInput!) {
    correction: removeSegments(input: $input) {
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
    correction: moveSegmentBoundary(input: $input) {
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
    correction: mergeSpeakers(input: $input) {
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
    correction: replaceText(input: $input) {
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
    correction: undoCorrection(correctionId: $id) {
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
    correction: restoreTranscript(recordingId: $recordingId, version: $version) {
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
        machineVersions {
          ...MachineVersion
        }
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
              reverted {
                id
                version
                kind
              }
              differences {
                segmentId
                startMs
                textBefore
                textAfter
                speakerBefore {
                  displayName
                }
                speakerAfter {
                  displayName
                }
                added
                removed
              }
              speakerDifferences {
                ...SpeakerDifference
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
