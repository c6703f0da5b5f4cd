import { graphql } from '../gql/index.ts';

export const WhyLabelQuery = graphql(/* GraphQL */ `
  query WhyLabel($recordingId: ID!) {
    recording(id: $recordingId) {
      id
      transcript {
        id
        speakers {
          id
          identification {
            outcome
            confidence
            similarity
            model
            draft
            decidedBy
            decidedAt
            profile {
              id
              name
            }
            rejected {
              decidedBy
              decidedAt
              profile {
                id
                name
              }
            }
            alternatives {
              confidence
              profile {
                id
                name
              }
            }
          }
          voiceMatches {
            startMs
            endMs
            decision
            similarity
            threshold
            model
            draft
            alternatives {
              similarity
              speaker {
                id
                displayName
              }
            }
          }
        }
      }
    }
  }
`);
