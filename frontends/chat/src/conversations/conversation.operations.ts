import { graphql } from '../gql/index.ts';

export const ConversationListQuery = graphql(/* GraphQL */ `
  query ConversationList($first: Int!) {
    conversations(first: $first) {
      edges {
        cursor
        node {
          id
          title
          updatedAt
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

export const RenameConversationMutation = graphql(/* GraphQL */ `
  mutation RenameConversation($id: ID!, $title: String!) {
    renameConversation(id: $id, title: $title) {
      __typename
      ... on Conversation {
        id
        title
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

export const DeleteConversationMutation = graphql(/* GraphQL */ `
  mutation DeleteConversation($id: ID!) {
    deleteConversation(id: $id) {
      __typename
      ... on DeletedConversation {
        id
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
