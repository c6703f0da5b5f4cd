// The tabs a newcomer finds in the playground: one per task. A test runs each against the public schema.

import { collectionExamples } from './collection-examples.ts';
import { correctionExamples } from './correction-examples.ts';
import { variables, type Example } from './example.ts';
import { MESSAGE_ID, RECORDING_ID, SPEAKER_ID } from './known-ids.ts';
import { personExamples } from './person-examples.ts';
import { sharingExamples } from './sharing-examples.ts';
import { versionExamples } from './version-examples.ts';

export const examples: Example[] = [
  {
    query: `# The newest recordings and where their processing stands.
query Recordings {
  recordings(first: 10) {
    totalCount
    edges {
      node {
        id
        title
        status
        durationMs
        processing { stage progress message waiting etaSeconds }
        engineRuns { stage engine model seconds }
        problem { code message recovery }
      }
    }
  }
}
`,
  },
  {
    query: `# A short conversation to try things with.
mutation CreateSampleRecording {
  createSampleRecording {
    __typename
    ... on Recording { id title status }
    ... on Problem { code message recovery }
  }
}
`,
  },
  {
    query: `# Finishes an upload sent to /upload with the tus protocol: uploadId is the last part of its URL.
mutation CreateRecording($input: CreateRecordingInput!) {
  createRecording(input: $input) {
    ... on Recording { id title status duplicateOf { id title } }
    ... on Problem { code message troubleshooting recovery }
  }
}
`,
    variables: variables({
      input: { uploadId: 'the last part of its URL', title: 'Interview with Ada', expectedSpeakers: 2 },
    }),
  },
  {
    query: `# Follows the processing of one recording: the current state first, then every change.
subscription RecordingStatus($id: ID!) {
  recordingStatusChanged(recordingId: $id) {
    status
    stage
    progress
    message
    waiting
    etaSeconds
    problem { code message recovery }
  }
}
`,
    variables: variables({ id: RECORDING_ID }),
  },
  {
    query: `# Who said what, and when.
query Transcript($id: ID!) {
  recording(id: $id) {
    title
    audioUrl
    transcript {
      version
      speakers { label displayName talkTimeMs share suggestedRole }
      segments(first: 50) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { node { id startMs endMs text speaker { displayName } } }
      }
      exports { format url fileName }
    }
  }
}
`,
    variables: variables({ id: RECORDING_ID }),
  },
  {
    query: `# Keyword search across all recordings: "quotes" for phrases, -word to exclude, a trailing * for prefixes.
query Search($input: SegmentSearchInput!) {
  searchSegments(input: $input, first: 20) {
    totalCount
    matchKind
    edges {
      node {
        score
        highlights { start end }
        segment { id startMs text speaker { displayName } recording { id title } }
      }
    }
  }
}
`,
    variables: variables({ input: { query: 'price' } }),
  },
  {
    query: `# Asks a question. The answer streams on answerDelta: take its id from here.
mutation Ask($input: AskInput!) {
  ask(input: $input) {
    ... on AskAccepted { conversation { id } answer { id status } }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ input: { question: 'When will the mobile application be ready?' } }),
  },
  {
    query: `# The answer as it is written, with its citations at the end.
subscription AnswerDelta($messageId: ID!) {
  answerDelta(messageId: $messageId) {
    offset
    text
    done
    message {
      text
      citations { index quote speakerName recordingTitle startMs endMs segmentId }
    }
  }
}
`,
    variables: variables({ messageId: MESSAGE_ID }),
  },
  {
    query: `# Gives a speaker a name.
mutation RenameSpeaker($input: RenameSpeakerInput!) {
  renameSpeaker(input: $input) {
    ... on Speaker { id displayName }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ input: { speakerId: SPEAKER_ID, name: 'Ada' } }),
  },
  {
    query: `# Brings a transcript from elsewhere: WEBVTT, SRT, JSON or "Name: text" lines.
mutation ImportTranscript($input: ImportTranscriptInput!) {
  importTranscript(input: $input) {
    ... on Recording { id title status }
    ... on Problem { code message troubleshooting recovery }
  }
}
`,
    variables: variables({
      input: {
        title: 'Planning',
        format: 'TEXT',
        content: 'Ada: Shall we begin?\nBen: Yes, with the budget.',
      },
    }),
  },
  {
    query: `# Which engines can work here, and how to get the others.
query Engines {
  speechEngines { kind rung name model available selected unavailableReason howToGet }
  answerEngines { name model available selected unavailableReason howToGet }
  uploadLimits { maxUploadBytes maxDurationMs formats }
}
`,
  },
  {
    query: `# Has an address of yours told when a recording is ready. The secret that signs is told this once.
mutation CreateWebhook($input: CreateWebhookInput!) {
  createWebhook(input: $input) {
    ... on IssuedWebhookSecret { secret webhook { id url events } }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({
      input: { url: 'https://example.com/colloquy', events: ['RECORDING_READY', 'TRANSCRIPT_CHANGED'] },
    }),
  },
  ...correctionExamples,
  ...versionExamples,
  ...personExamples,
  ...collectionExamples,
  ...sharingExamples,
];
