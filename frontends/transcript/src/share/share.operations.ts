import { graphql } from '../gql/index.ts';

export const ShareLinkFragment = graphql(/* GraphQL */ `
  fragment ShareLinkRow on ShareLink {
    id
    url
    active
    audio
    names
    createdAt
    expiresAt
    revokedAt
    openCount
    lastOpenedAt
  }
`);

export const ShareLinksQuery = graphql(/* GraphQL */ `
  query ShareLinks($recordingId: ID!) {
    shareLinks(recordingId: $recordingId) {
      ...ShareLinkRow
    }
  }
`);

export const CreateShareLinkMutation = graphql(/* GraphQL */ `
  mutation CreateShareLink($input: CreateShareLinkInput!) {
    createShareLink(input: $input) {
      __typename
      ... on ShareLink {
        ...ShareLinkRow
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

export const RevokeShareLinkMutation = graphql(/* GraphQL */ `
  mutation RevokeShareLink($id: ID!) {
    revokeShareLink(id: $id) {
      __typename
      ... on ShareLink {
        ...ShareLinkRow
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
