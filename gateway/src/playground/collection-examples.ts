import { variables, type Example } from './example.ts';
import { COLLECTION_ID, RECORDING_ID } from './known-ids.ts';

/** Several recordings, read as one. */
export const collectionExamples: Example[] = [
  {
    query: `# Makes a collection; createRecording with its id uploads into it.
mutation CreateCollection($input: CreateCollectionInput!) {
  createCollection(input: $input) {
    ... on Collection { id name expiresAt }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ input: { name: 'Interviews' } }),
  },
  {
    query: `# Puts recordings that are there into a collection.
mutation AddToCollection($input: CollectionRecordingsInput!) {
  addToCollection(input: $input) {
    ... on Collection { id recordings { id title status } }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ input: { collectionId: COLLECTION_ID, recordingIds: [RECORDING_ID] } }),
  },
  {
    query: `# How the recordings of a collection stand: at this moment first, then every change.
subscription CollectionProgress($id: ID!) {
  collectionProgress(collectionId: $id) {
    progress
    ready
    total
    failed
    clips { recordingId status stage progress message }
  }
}
`,
    variables: variables({ id: COLLECTION_ID }),
  },
  {
    query: `# Who speaks in all recordings of a collection, how much, and why they are taken for one person.
query CollectionSpeakers($id: ID!) {
  collection(id: $id) {
    name
    speakers {
      id
      displayName
      statistics { talkTimeMs share turns words wordsPerMinute longestMonologueMs overlapMs }
      appearances {
        speakerId
        deniedName
        recording { title }
        match { reason similarity threshold embedder draft }
      }
    }
    exports { format url }
  }
}
`,
    variables: variables({ id: COLLECTION_ID }),
  },
  {
    query: `# Says that a speaker of one recording is not the person they were put with; the id is appearances.speakerId.
mutation SeparateSpeaker($input: SeparateCollectionSpeakerInput!) {
  separateCollectionSpeaker(input: $input) {
    ... on Collection { speakers { id displayName } }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({
      input: { collectionId: COLLECTION_ID, speakerId: 'the id of a speaker in the collection' },
    }),
  },
];
