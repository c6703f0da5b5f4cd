import { variables, type Example } from './example.ts';
import { RECORDING_ID } from './known-ids.ts';

/** Corrections, and the versions that they make. */
export const versionExamples: Example[] = [
  {
    query: `# What was corrected in a transcript, the latest first; each made a version.
query Corrections($id: ID!) {
  recording(id: $id) {
    transcript {
      version
      corrections(first: 20) {
        edges { node { id version kind author createdAt undone } }
      }
    }
  }
}
`,
    variables: variables({ id: RECORDING_ID }),
  },
  {
    query: `# What a transcript said in an earlier version, and how that differs from now.
query TranscriptVersion($recordingId: ID!, $version: Int!) {
  transcriptVersion(recordingId: $recordingId, version: $version) {
    ... on TranscriptVersion {
      version
      differenceCount
      segments(first: 50) { totalCount edges { node { startMs text speaker { displayName } } } }
    }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ recordingId: RECORDING_ID, version: 1 }),
  },
  {
    query: `# Brings a transcript back to an earlier version, as a correction that can be taken back itself.
mutation RestoreTranscript($recordingId: ID!, $version: Int!) {
  restoreTranscript(recordingId: $recordingId, version: $version) {
    ... on Correction { id version segmentCount }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ recordingId: RECORDING_ID, version: 1 }),
  },
];
