import { variables, type Example } from './example.ts';
import { RECORDING_ID } from './known-ids.ts';

const WEEK_MS = 7 * 86_400_000;

/** Links by which others read one transcript. */
export const sharingExamples: Example[] = [
  {
    query: `# Makes a link that shows one transcript to whoever has it, until it expires or is revoked.
mutation CreateShareLink($input: CreateShareLinkInput!) {
  createShareLink(input: $input) {
    ... on ShareLink { id url expiresAt audio names }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({
      input: { recordingId: RECORDING_ID, expiresAt: new Date(Date.now() + WEEK_MS).toISOString() },
    }),
  },
  {
    query: `# The links of a recording, and whether anybody opened them.
query ShareLinks($recordingId: ID!) {
  shareLinks(recordingId: $recordingId) {
    id
    url
    active
    expiresAt
    openCount
    lastOpenedAt
  }
}
`,
    variables: variables({ recordingId: RECORDING_ID }),
  },
  {
    query: `# Ends a link before it expires.
mutation RevokeShareLink($id: ID!) {
  revokeShareLink(id: $id) {
    ... on ShareLink { id active revokedAt }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ id: 'the id of a link' }),
  },
];
