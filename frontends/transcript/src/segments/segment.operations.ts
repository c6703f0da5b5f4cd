import { graphql } from '../gql/index.ts';

export const SegmentPageQuery = graphql(/* GraphQL */ `
  query SegmentPage($recordingId: ID!, $first: Int!, $after: String) {
    recording(id: $recordingId) {
      id
      transcript {
        id
        segments(first: $first, after: $after) {
          edges {
            cursor
            node {
              ...SegmentRow
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

export const SegmentRowFragment = graphql(/* GraphQL */ `
  fragment SegmentRow on Segment {
    id
    startMs
    endMs
    text
    edited
    version
    speaker {
      id
    }
  }
`);

export const SegmentWordsQuery = graphql(/* GraphQL */ `
  query SegmentWords($recordingId: ID!, $first: Int!, $after: String) {
    recording(id: $recordingId) {
      id
      transcript {
        id
        segments(first: $first, after: $after) {
          edges {
            node {
              id
              version
              words {
                text
                startMs
                endMs
                confidence
              }
            }
          }
        }
      }
    }
  }
`);

export const OneSegmentQuery = graphql(/* GraphQL */ `
  query OneSegment($id: ID!) {
    segment(id: $id) {
      ...SegmentRow
      words {
        text
        startMs
        endMs
        confidence
      }
    }
  }
`);

export const EditSegmentTextMutation = graphql(/* GraphQL */ `
  mutation EditSegmentText($input: EditSegmentTextInput!) {
    editSegmentText(input: $input) {
      __typename
      ... on Segment {
        id
        text
        edited
        version
        lastCorrection {
          id
          reverted {
            id
          }
        }
        words {
          text
          startMs
          endMs
          confidence
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
