import { variables, type Example } from './example.ts';
import { RECORDING_ID, SEGMENT_ID } from './known-ids.ts';

/** What was heard wrongly put right, and where that has arrived. */
export const correctionExamples: Example[] = [
  {
    query: `# Corrects what a segment says. Refused, with what it says now, when somebody else was faster: expectedVersion.
mutation EditSegmentText($input: EditSegmentTextInput!) {
  editSegmentText(input: $input) {
    ... on Segment { id version text edited }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({
      input: { segmentId: SEGMENT_ID, text: 'What was really said.', expectedVersion: 1 },
    }),
  },
  {
    query: `# What replacing words everywhere in a recording would change; replaceText takes the same input and does it.
query PreviewReplacement($input: ReplaceTextInput!) {
  previewReplacement(input: $input) {
    ... on ReplacementPreviews {
      version
      totalCount
      segments { segmentId startMs before after }
    }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ input: { recordingId: RECORDING_ID, find: 'price', replacement: 'fee' } }),
  },
  {
    query: `# Where the latest correction has arrived: now, and each time something has caught up with it.
subscription PropagationChanged($recordingId: ID!) {
  propagationChanged(recordingId: $recordingId) {
    version
    upToDate
    consumers { consumer version upToDate }
  }
}
`,
    variables: variables({ recordingId: RECORDING_ID }),
  },
];
