import { graphql } from '../gql/index.ts';

/** What comes of asking for a correction. The cache knows the union by its `possibleTypes`. */
export const CorrectionOutcomeFragment = graphql(/* GraphQL */ `
  fragment CorrectionOutcome on CorrectionResult {
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
`);

export const AssignSpeakerMutation = graphql(/* GraphQL */ `
  mutation AssignSpeaker($input: AssignSpeakerInput!) {
    correction: assignSpeaker(input: $input) {
      ...CorrectionOutcome
    }
  }
`);

export const SplitSegmentMutation = graphql(/* GraphQL */ `
  mutation SplitSegment($input: SplitSegmentInput!) {
    correction: splitSegment(input: $input) {
      ...CorrectionOutcome
    }
  }
`);

export const MergeSegmentsMutation = graphql(/* GraphQL */ `
  mutation MergeSegments($input: MergeSegmentsInput!) {
    correction: mergeSegments(input: $input) {
      ...CorrectionOutcome
    }
  }
`);

export const RemoveSegmentsMutation = graphql(/* GraphQL */ `
  mutation RemoveSegments($input: RemoveSegmentsInput!) {
    correction: removeSegments(input: $input) {
      ...CorrectionOutcome
    }
  }
`);

export const MoveSegmentBoundaryMutation = graphql(/* GraphQL */ `
  mutation MoveSegmentBoundary($input: MoveSegmentBoundaryInput!) {
    correction: moveSegmentBoundary(input: $input) {
      ...CorrectionOutcome
    }
  }
`);

export const MergeSpeakersMutation = graphql(/* GraphQL */ `
  mutation MergeSpeakers($input: MergeSpeakersInput!) {
    correction: mergeSpeakers(input: $input) {
      ...CorrectionOutcome
    }
  }
`);

export const ReplaceTextMutation = graphql(/* GraphQL */ `
  mutation ReplaceText($input: ReplaceTextInput!) {
    correction: replaceText(input: $input) {
      ...CorrectionOutcome
    }
  }
`);

export const UndoCorrectionMutation = graphql(/* GraphQL */ `
  mutation UndoCorrection($id: ID!) {
    correction: undoCorrection(correctionId: $id) {
      ...CorrectionOutcome
    }
  }
`);

export const RestoreTranscriptMutation = graphql(/* GraphQL */ `
  mutation RestoreTranscript($recordingId: ID!, $version: Int!, $expectedVersion: Int!) {
    correction: restoreTranscript(
      recordingId: $recordingId
      version: $version
      expectedVersion: $expectedVersion
    ) {
      ...CorrectionOutcome
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
        placeCount
        segments {
          segmentId
          startMs
          before
          after
          places {
            start
            end
            text
          }
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
